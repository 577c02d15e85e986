// Makes the pages installable, and says so when there is no network.

on(window, "load", () => navigator.serviceWorker?.register("/service_worker.js"));
