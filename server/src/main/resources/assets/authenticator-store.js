// What this phone keeps: its accounts with their keys, in a database of their tenant's own. Keys go in as they are and come
// out as they were, unreadable to the page itself.

const NAME = `authenticator ${document.body.dataset.tenant}`;

const opened = new Promise((resolve, reject) => {
  const request = indexedDB.open(NAME, 1);
  request.onupgradeneeded = () => request.result.createObjectStore("accounts", { keyPath: "device" });
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

/** One transaction, whole or not at all. What `act` hands back is read once it is written. */
async function within(mode, act) {
  const database = await opened;
  return new Promise((resolve, reject) => {
    const transaction = database.transaction("accounts", mode, { durability: "strict" });
    const done = act(transaction.objectStore("accounts"));
    transaction.oncomplete = () => resolve(done.result);
    transaction.onabort = () => reject(transaction.error);
  });
}

export const all = () => within("readonly", (store) => store.getAll());
export const find = (device) => within("readonly", (store) => store.get(device));
export const keep = (account) => within("readwrite", (store) => store.put(account));
export const forget = (device) => within("readwrite", (store) => store.delete(device));

/** Two pages may be open: what one counts, the other must not count over. */
export const change = (device, alter) =>
  within("readwrite", (store) => {
    const found = { result: undefined };
    store.get(device).onsuccess = ({ target }) => {
      found.result = target.result;
      if (found.result) {
        alter(found.result);
        store.put(found.result);
      }
    };
    return found;
  });
