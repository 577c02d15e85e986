// Opened from the chat, the page signs in by itself: behind the # of its address Telegram says, signed, who it is.

behaviour("mini-app", (form) => {
  const data = new URLSearchParams(location.hash.slice(1)).get("tgWebAppData");
  if (!data) return location.replace("/today");
  globalThis.TelegramWebviewProxy?.postEvent("web_app_expand", "{}");
  parent.postMessage('{"eventType":"web_app_ready"}', "*");
  form.elements.data.value = data;
  form.requestSubmit();
});
