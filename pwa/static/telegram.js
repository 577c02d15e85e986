// Inside Telegram: the page signs in by itself (behind the # of its address Telegram says, signed, who it is), is light or
// dark as Telegram is, and goes back by Telegram's arrow. See core.telegram.org/api/web-events.

const said = new URLSearchParams(location.hash.slice(1));
const data = said.get("tgWebAppData");
const entrance = document.querySelector("[data-mini-app]");
const root = document.documentElement;
const isAsChosen = "theme" in root.dataset;

tell("web_app_ready");
tell("web_app_expand");
tell("web_app_setup_swipe_behavior", { allow_vertical_swipe: false }); // a swipe scrolls or carries; it closes nothing
tell("web_app_setup_back_button", { is_visible: !entrance && location.pathname !== "/today" });
globalThis.Telegram = { WebView: { receiveEvent: hear } };
globalThis.TelegramGameProxy = { receiveEvent: hear };
addEventListener("message", ({ source, data: message }) => {
  if (source !== parent || source === self) return;
  const { eventType, eventData } = JSON.parse(message);
  hear(eventType, eventData);
});

// Signed out, a page goes to Telegram's entrance: no other window signs in for it.
document.body.removeAttribute("hx-headers");

shine(JSON.parse(said.get("tgWebAppThemeParams") ?? keep() ?? "{}"));
if (entrance) enter();
else if (data && location.pathname === "/sign-in") location.replace(`/mini-app${location.hash}`);

function enter() {
  if (!data) return location.replace("/today");
  entrance.elements.data.value = data;
  entrance.ariaBusy = null;
  entrance.requestSubmit();
}

function hear(type, about) {
  const dialog = document.querySelector("dialog[open]");
  if (type === "theme_changed") shine(about.theme_params);
  else if (type !== "back_button_pressed") return;
  else if (dialog) dialog.close();
  else history.back();
}

// Who has chosen light or dark in Ronda keeps it.
function shine(colours) {
  const ground = parseInt(colours.bg_color?.slice(1), 16);
  if (isAsChosen || Number.isNaN(ground)) return;
  keep(JSON.stringify(colours));
  const light = 0.3 * (ground >> 16) + 0.6 * ((ground >> 8) & 255) + 0.1 * (ground & 255);
  root.dataset.theme = light < 128 ? "dark" : "light";
}

function keep(colours) {
  try {
    if (colours) sessionStorage.telegramColours = colours;
    return sessionStorage.telegramColours;
  } catch {
    return null;
  }
}

function tell(eventType, eventData) {
  globalThis.TelegramWebviewProxy?.postEvent(eventType, JSON.stringify(eventData ?? {}));
  if (parent !== self) parent.postMessage(JSON.stringify({ eventType, eventData }), "*");
}
