// The line to the server.

import { texts, toast } from "./page.js";

export async function ask(path, options = {}) {
  const response = await fetch(path, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

export async function send(path, content) {
  const isForm = content instanceof FormData;
  const body = isForm ? content : JSON.stringify(content);
  try {
    return await ask(path, { method: "POST", body, headers: isForm ? {} : { "Content-Type": "application/json" } });
  } catch (error) {
    toast(`${texts.failed} ${error.message.replace("Bad Request: ", "")}`);
    return null;
  }
}
