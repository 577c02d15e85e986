// What Telegram opens, and the pages that one goes on to, know how to behave there.

if (location.hash.includes("tgWebApp")) quietly(() => (sessionStorage.telegram = "yes"));
const isThere = quietly(() => sessionStorage.telegram) || document.querySelector("[data-mini-app]");
if (isThere) import("/static/telegram.js");
