// The page that shows a number moves on by itself once a device has approved. Without this, its reader looks again.

const PAUSE = 2_000; // milliseconds, after an answer that never came

const pause = (time) => new Promise((done) => setTimeout(done, time));

/** Each question waits at the server until something has changed, or a while. */
async function watch(panel) {
  while (Date.now() < Number(panel.dataset.until) + PAUSE) {
    try {
      const answer = await fetch(panel.dataset.approval, { headers: { Accept: "application/json" } });
      if (answer.ok && (await answer.json()).state !== "pending") break;
      if (!answer.ok) await pause(PAUSE);
    } catch {
      await pause(PAUSE); // a phone that changes from one network to another
    }
  }
  location.reload();
}

document.querySelectorAll("[data-approval]").forEach(watch);
document.querySelectorAll("form[data-approved]").forEach((form) => form.requestSubmit());
