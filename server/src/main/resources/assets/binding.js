// The page that shows a phone its codes goes on by itself once the phone has come.

const line = document.querySelector("[data-binding]");
const BETWEEN_LOOKS = 2000; // milliseconds

async function look() {
  if (document.hidden) return true;
  try {
    const answer = await fetch(line.dataset.binding, { headers: { accept: "application/json" } });
    if (answer.redirected) return false; // signed out meanwhile: the page itself leads to the door
    return (await answer.json()).state === "waiting";
  } catch {
    return true; // no network for a moment
  }
}

async function watch() {
  while (await look()) await new Promise((done) => setTimeout(done, BETWEEN_LOOKS));
  location.reload();
}

watch();
