"""The log-in of ACLED: a token given, or fetched with an account and kept in memory only."""

from __future__ import annotations

from typing import Final

from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.secrecy import Secret
from sources.providers.records import member

TOKEN_VARIABLE: Final = "ACLED_ACCESS_TOKEN"  # noqa: S105 - names of variables, not what is in them
EMAIL_VARIABLE: Final = "ACLED_EMAIL"
PASSWORD_VARIABLE: Final = "ACLED_PASSWORD"  # noqa: S105


class Login:
    """The bearer token: given, or fetched with e-mail address and password and kept in memory only."""

    def __init__(self, client: Client, *, token: Secret | None = None, account: tuple[Secret, Secret] | None = None):
        self._client = client
        self._account = account
        self._token = client.know(token) if token else None

    def key(self) -> Key:
        if self._token is None:
            self._token = self._fetched()
        return Key(secret=self._token, header="Authorization", prefix="Bearer ")

    def renew(self) -> bool:
        """Forget a token that was refused; whether there is an account to fetch another with."""
        self._token = None
        return self._account is not None

    def _fetched(self) -> Secret:
        if self._account is None:
            raise self._client.error(self._client.base_url, f"the token in {TOKEN_VARIABLE} is not accepted")
        email, password = self._account
        form: dict[str, Secret | str] = {"username": email, "password": password}
        form |= {"grant_type": "password", "client_id": "acled"}
        content, address = self._client.post_form("oauth/token", form)
        token = member(content, "access_token", address, self._client)
        if not isinstance(token, str) or not token:
            raise self._client.error(address, "gives no access token; the log-in changed")
        return self._client.know(Secret(token, "the access token fetched for this pull"))
