"""Documents on S3, or on what speaks as it does: `s3://bucket/folder?endpoint=https://minio.example.com&region=eu-south-2`.

The keys are those that every program for S3 takes: `AWS_ACCESS_KEY_ID` and `AWS_SECRET_ACCESS_KEY`, else the machine's
own role.
"""

from datetime import timedelta
from typing import TYPE_CHECKING, Any, ClassVar, Self
from urllib.parse import parse_qs, unquote, urlsplit

from core.documents.stores.provider import StoreUnreachable
from core.settings import UnusableSetting

if TYPE_CHECKING:
    from obstore.store import S3Store as Bucket

_KNOWN = frozenset({"endpoint", "region"})


class S3Store:
    """Objects in a bucket, or in a folder of it."""

    scheme: ClassVar[str] = "s3"

    def __init__(self, bucket: str, folder: str = "", endpoint: str = "", region: str = "") -> None:
        self.bucket, self.folder, self.endpoint, self.region = bucket, folder, endpoint, region or "us-east-1"
        self._opened: Bucket | None = None

    @classmethod
    def at(cls, url: str) -> Self:
        parts = urlsplit(url)
        options = parse_qs(parts.query, keep_blank_values=True)
        endpoint = options.get("endpoint", [""])[0].rstrip("/")
        if not parts.netloc or "@" in parts.netloc or options.keys() - _KNOWN:
            raise UnusableSetting(
                "STORE_URL is s3://BUCKET/FOLDER, with ?endpoint=https://… and &region=… where it is not Amazon's; "
                "the keys are AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY."
            )
        if endpoint and not endpoint.startswith(("https://", "http://")):
            raise UnusableSetting("The endpoint in STORE_URL begins with https:// or http://.")
        return cls(parts.netloc, unquote(parts.path).strip("/"), endpoint, options.get("region", [""])[0])

    async def put(self, key: str, content: bytes) -> None:
        try:
            await self._objects.put_async(key, content)
        except Exception as error:
            raise _unreachable(error) from error

    async def get(self, key: str) -> bytes:
        try:
            found = await self._objects.get_async(key)
            return bytes(await found.bytes_async())
        except FileNotFoundError:
            raise FileNotFoundError(key) from None
        except Exception as error:
            raise _unreachable(error) from error

    async def delete(self, key: str) -> None:
        try:
            await self._objects.delete_async(key)
        except FileNotFoundError:
            return
        except Exception as error:
            raise _unreachable(error) from error

    def where(self) -> str:
        place = f"s3://{self.bucket}/{self.folder}".rstrip("/")
        return f"{place} at {self.endpoint}" if self.endpoint else f"{place} in {self.region}"

    @property
    def _objects(self) -> "Bucket":
        """One client for all: it keeps its connections. Loaded at first use, for most installations have a disk."""
        if self._opened is None:
            from obstore.store import S3Store as Bucket  # noqa: PLC0415

            given: dict[str, Any] = {"endpoint": self.endpoint} if self.endpoint else {}
            self._opened = Bucket(
                self.bucket,
                prefix=self.folder or None,
                region=self.region,
                client_options={"allow_http": self.endpoint.startswith("http://"), "timeout": timedelta(seconds=60)},
                retry_config={"max_retries": 3, "retry_timeout": timedelta(seconds=90)},
                **given,
            )
        return self._opened


def _unreachable(error: Exception) -> StoreUnreachable:
    """The client tells much more than anybody asked; its first line says what."""
    return StoreUnreachable(str(error).splitlines()[0][:300] if str(error) else type(error).__name__)
