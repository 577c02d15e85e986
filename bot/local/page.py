"""The page to chat on, in Spanish or English as the browser asks."""

from collections.abc import Awaitable, Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

from bot.local.chat import LocalChat

TEMPLATES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined
)

TEXTS = {
    "es": {
        "about": "Chat de pruebas",
        "person": "Quién eres",
        "new_person": "Otra persona",
        "first_name": "Nombre",
        "language": "Idioma del teléfono",
        "enter": "Entrar",
        "who": "¿Quién eres?",
        "who_hint": "Cada persona tiene aquí su propio chat, como en un teléfono.",
        "cancel": "Cancelar",
        "close": "Cerrar",
        "empty": "Todavía no hay mensajes.",
        "start": "Iniciar",
        "write": "Mensaje",
        "send": "Enviar",
        "attach": "Adjuntar",
        "photos": "Fotos",
        "files": "Archivos",
        "voice": "Voz",
        "location": "Ubicación",
        "contact": "Mi contacto",
        "commands": "Órdenes",
        "keys": "Teclado",
        "edit": "Editar el último",
        "editing": "Editas tu mensaje",
        "edited": "editado",
        "forwarded": "Reenviado de",
        "caption": "Texto (opcional)",
        "typing": "escribiendo…",
        "today": "hoy",
        "offline": "Sin conexión con el chat; se vuelve a intentar.",
        "failed": "No se ha podido enviar:",
        "location_failed": "El navegador no da la ubicación; se envía la Puerta del Sol.",
        "phone": "Teléfono",
        "copied": "Copiado",
        "voice_message": "Mensaje de voz",
        "down": "Ir al final",
    },
    "en": {
        "about": "A chat to try it",
        "person": "Who you are",
        "new_person": "Somebody else",
        "first_name": "First name",
        "language": "Language of the phone",
        "enter": "Come in",
        "who": "Who are you?",
        "who_hint": "Each person has their own chat here, as on a phone.",
        "cancel": "Cancel",
        "close": "Close",
        "empty": "No messages yet.",
        "start": "Start",
        "write": "Message",
        "send": "Send",
        "attach": "Attach",
        "photos": "Photos",
        "files": "Files",
        "voice": "Voice",
        "location": "Location",
        "contact": "My contact",
        "commands": "Commands",
        "keys": "Keyboard",
        "edit": "Edit the last one",
        "editing": "You are editing your message",
        "edited": "edited",
        "forwarded": "Forwarded from",
        "caption": "Text (optional)",
        "typing": "typing…",
        "today": "today",
        "offline": "No connection to the chat; trying again.",
        "failed": "It could not be sent:",
        "location_failed": "The browser gives no location; the Puerta del Sol is sent.",
        "phone": "Phone",
        "copied": "Copied",
        "voice_message": "Voice message",
        "down": "Go to the end",
    },
}


def page_routes(chat: LocalChat) -> list[Route]:
    """`/<bot's name>` is the chat; with `?start=<code>` it offers to start, as t.me does."""

    async def home(_: Request) -> Response:
        return RedirectResponse(f"/{chat.bot['username']}")

    page: Callable[[Request], Awaitable[Response]] = _page(chat)
    return [Route("/", home), Route(f"/{chat.bot['username']}", page)]


def _page(chat: LocalChat) -> Callable[[Request], Awaitable[Response]]:
    async def page(request: Request) -> Response:
        language = preferred_language(request.headers.get("accept-language", ""))
        template = TEMPLATES.get_template("chat.html")
        return HTMLResponse(template.render(language=language, texts=TEXTS[language], bot=chat.bot))

    return page


def preferred_language(header: str) -> str:
    """`es` or `en`, whichever the browser names first; Spanish when it names neither."""
    named = [part.split(";")[0].strip()[:2].lower() for part in header.split(",")]
    return next((language for language in named if language in TEXTS), "es")
