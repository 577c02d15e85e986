"""One frozen object read from the environment; nothing else reads the environment."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATABASES = ("sqlite+aiosqlite://", "postgresql://", "postgres://", "postgresql+psycopg://")
BROKERS = ("unix://", "redis://", "rediss://")
READERS = ("rapidocr", "tesseract")


class UnusableSetting(Exception):
    """A variable in the environment that cannot be taken as it is; says which, and what it should be."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where this installation keeps its data and how it is reached.

    Every field has a default that needs no account and no server: SQLite, an embedded Valkey, files on disk,
    and a chat server of our own.
    """

    data_dir: Path
    database_url: str
    store_url: str
    """Where documents' bytes are kept: `file:///…` or `s3://…` (see `core.documents.stores`)."""
    broker_url: str
    """Redis or Valkey; a `unix://` address in the data folder means the embedded one."""
    host: str
    port: int
    public_url: str
    """Where people reach the pages from outside, without a final slash; empty on a machine of one's own."""
    telegram_bot_token: str
    telegram_api_url: str
    chat_host: str
    chat_port: int
    allow_demo: bool
    card_reader: str
    """`rapidocr` or `tesseract`."""
    transcription: str
    """Who listens to spoken messages: `whisper` on this machine, a `server`, or `none`."""
    transcription_url: str
    """The address of a server that speaks OpenAI's `/v1/audio/transcriptions`, without a final slash."""
    transcription_key: str
    transcription_model: str
    """A server's name for its model; for `whisper` the folder of another model than the installed one."""
    language: str
    """The operator's, `es` or `en`: of what is said on the terminal."""

    @property
    def broker_is_embedded(self) -> bool:
        return self.broker_url.startswith("unix://") and str(self.data_dir) in self.broker_url

    @property
    def chat_is_local(self) -> bool:
        """No Telegram token and no other Bot API server: the chat runs here, on a page."""
        return self.telegram_bot_token == LOCAL_TOKEN

    @property
    def base_url(self) -> str:
        """The address to put in links, without a final slash."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def is_secure(self) -> bool:
        return self.public_url.startswith("https://")


# The local Bot API server knows one bot, and this is its token; it opens nothing anywhere else.
LOCAL_TOKEN = "1000000001:local-chat-without-telegram"  # noqa: S105


def read_settings(environment: Mapping[str, str]) -> Settings:
    """The settings that these variables give; relative paths are taken from the project's folder.

    Raises `UnusableSetting`.
    """
    data_dir = (ROOT / environment.get("RONDA_DATA", "var")).resolve()
    transcription_url = environment.get("TRANSCRIPTION_URL", "").rstrip("/")
    chat_host, chat_port = "127.0.0.1", _port(environment, "CHAT_PORT", 8081)
    return Settings(
        data_dir=data_dir,
        database_url=_beginning(environment, "DATABASE_URL", DATABASES) or f"sqlite+aiosqlite:///{data_dir}/ronda.db",
        store_url=environment.get("STORE_URL", "").strip() or (data_dir / "documents").as_uri(),
        broker_url=_beginning(environment, "BROKER_URL", BROKERS) or f"unix://{data_dir}/broker/valkey.sock",
        host=environment.get("HOST", "127.0.0.1"),
        port=_port(environment, "PORT", 8080),
        public_url=_beginning(environment, "PUBLIC_URL", ("https://", "http://")).rstrip("/"),
        telegram_bot_token=environment.get("TELEGRAM_BOT_TOKEN") or LOCAL_TOKEN,
        telegram_api_url=_beginning(environment, "TELEGRAM_API_URL", ("https://", "http://")).rstrip("/")
        or ("https://api.telegram.org" if environment.get("TELEGRAM_BOT_TOKEN") else f"http://{chat_host}:{chat_port}"),
        chat_host=chat_host,
        chat_port=chat_port,
        allow_demo=environment.get("ALLOW_DEMO") == "1",
        card_reader=_beginning(environment, "CARD_READER", READERS) or READERS[0],
        transcription=environment.get("TRANSCRIPTION") or ("server" if transcription_url else "whisper"),
        transcription_url=transcription_url,
        transcription_key=environment.get("TRANSCRIPTION_KEY", ""),
        transcription_model=environment.get("TRANSCRIPTION_MODEL", ""),
        language=_language(environment),
    )


def _port(environment: Mapping[str, str], name: str, usual: int) -> int:
    given = environment.get(name) or str(usual)
    if not given.isdecimal() or not 0 < int(given) < 2**16:
        raise UnusableSetting(f"{name} is a port, a number up to 65535; it is “{given}”.")
    return int(given)


def _beginning(environment: Mapping[str, str], name: str, beginnings: tuple[str, ...]) -> str:
    """What the variable says, which begins in one of these ways; empty where it is not set."""
    given = environment.get(name, "").strip()
    if given and not given.startswith(beginnings):
        # What was given is not repeated: it may hold a password.
        raise UnusableSetting(f"{name} begins with {' or '.join(beginnings)}.")
    return given


def _language(environment: Mapping[str, str]) -> str:
    """As every program asks for it; English where the machine has none, or one that we do not speak."""
    said = (environment.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    return "es" if next(filter(None, said), "").startswith("es") else "en"


@cache
def settings() -> Settings:
    """The settings of this process."""
    return read_settings(os.environ)
