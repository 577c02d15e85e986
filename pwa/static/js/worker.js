// Makes the pages installable, and says so when there is no network.

if ("serviceWorker" in navigator) addEventListener("load", () => navigator.serviceWorker.register("/service_worker.js"));
