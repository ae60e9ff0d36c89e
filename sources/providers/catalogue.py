"""The providers by name, each with its client, its key from the environment and its manners."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from claims.quick_records import dataclass
from sources.providers import acled, acled_login, hdx_hapi, idmc, ucdp, unhcr, world_bank
from sources.providers.asking import Provider, PullUsageError
from sources.providers.mapped import generic
from sources.providers.mapped.mapping import load_yaml, table_mapping
from sources.providers.net.answers import Key
from sources.providers.net.client import Client
from sources.providers.net.http_cache import HttpCache
from sources.providers.net.outside import World
from sources.providers.net.secrecy import Secret, has_key, secret_from
from sources.providers.net.wire import Conduct
from sources.providers.vocabulary import Series

_HAPI_KEY: Final = "the app identifier that https://hapi.humdata.org/docs makes from your application's name and e-mail"
_IDMC_KEY: Final = "the client id that IDMC gave you (ask ch.datainfo@idmc.ch)"
_UCDP_KEY: Final = "the access token that UCDP gave you (see https://ucdp.uu.se/apidocs/)"
_ACLED_KEY: Final = "of your myACLED account (see https://acleddata.com/api-documentation/getting-started)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What opens a provider: another base address, a mapping file, the cache, and the world outside."""

    base_url: str | None = None
    mapping: str | None = None
    cache: HttpCache | None = None
    world: World | None = None
    environ: Mapping[str, str] | None = None


def provider_ids() -> tuple[str, ...]:
    return tuple(_OPENERS)


def open_provider(provider_id: str, setting: Setting) -> tuple[Provider, Client]:
    """A provider ready to be asked, and its client to close. Raises `PullUsageError` for what is missing."""
    opener = _OPENERS.get(provider_id)
    if opener is None:
        raise PullUsageError(provider_id, f"is no provider; known are {', '.join(_OPENERS)}")
    if setting.mapping is not None and provider_id not in (generic.PROVIDER_ID, *_MAPPED):
        raise PullUsageError("--mapping", f"{provider_id} takes none; leave it out")
    return opener(setting)


def _client(provider_id: str, base_url: str, setting: Setting, interval: float) -> Client:
    return Client(
        provider_id,
        setting.base_url or base_url,
        cache=setting.cache,
        conduct=Conduct(interval=interval),
        world=setting.world,
    )


def _secret(variable: str, what: str, setting: Setting) -> Secret:
    return secret_from(variable, what=what, environ=setting.environ)


def _hdx_hapi(setting: Setting) -> tuple[Provider, Client]:
    # "Users are kindly requested to moderate their rate of requests to 1 per second" (HAPI terms of service).
    key = Key(secret=_secret(hdx_hapi.KEY_VARIABLE, _HAPI_KEY, setting), header=hdx_hapi.KEY_HEADER)
    client = _client(hdx_hapi.PROVIDER_ID, hdx_hapi.BASE_URL, setting, 1.0)
    return hdx_hapi.HdxHapi(client, key), client


def _acled(setting: Setting) -> tuple[Provider, Client]:
    token, account = None, None
    if has_key(acled_login.TOKEN_VARIABLE, setting.environ):
        token = _secret(acled_login.TOKEN_VARIABLE, "an access token", setting)
    if token is None or has_key(acled_login.PASSWORD_VARIABLE, setting.environ):
        email = _secret(acled_login.EMAIL_VARIABLE, f"the e-mail address {_ACLED_KEY}", setting)
        account = (email, _secret(acled_login.PASSWORD_VARIABLE, f"the password {_ACLED_KEY}", setting))
    client = _client(acled.PROVIDER_ID, acled.BASE_URL, setting, 1.0)
    return acled.Acled(client, acled_login.Login(client, token=token, account=account)), client


def _unhcr(setting: Setting) -> tuple[Provider, Client]:
    client = _client(unhcr.PROVIDER_ID, unhcr.BASE_URL, setting, 0.5)
    return unhcr.Unhcr(client), client


def _idmc(setting: Setting) -> tuple[Provider, Client]:
    key = Key(secret=_secret(idmc.KEY_VARIABLE, _IDMC_KEY, setting), parameter="client_id")
    client = _client(idmc.PROVIDER_ID, idmc.BASE_URL, setting, 1.0)
    return idmc.Idmc(client, key), client


def _ucdp(setting: Setting) -> tuple[Provider, Client]:
    version = ucdp.VERSION
    if setting.mapping is not None:
        version = str(load_yaml(setting.mapping).get("version", ""))
        if not version.replace(".", "").isdigit():
            raise PullUsageError(setting.mapping, 'has no version; write one line such as version: "25.1"')
    key = Key(secret=_secret(ucdp.KEY_VARIABLE, _UCDP_KEY, setting), header=ucdp.KEY_HEADER)
    # 5,000 requests a day; a pull makes few, and not in a rush.
    client = _client(ucdp.PROVIDER_ID, ucdp.BASE_URL, setting, 1.0)
    return ucdp.Ucdp(client, key, version), client


def _world_bank(setting: Setting) -> tuple[Provider, Client]:
    extra, kinds = _indicators(setting.mapping) if setting.mapping else ((), {})
    client = _client(world_bank.PROVIDER_ID, world_bank.BASE_URL, setting, 0.5)
    return world_bank.WorldBank(client, extra, kinds), client


def _indicators(file: str) -> tuple[tuple[Series, ...], dict[str, str]]:
    """Further indicators: `indicators: {CODE: {measure: …, unit: …, kind: stock | cumulative}}`."""
    listed = load_yaml(file).get("indicators")
    if not isinstance(listed, dict) or not listed:
        raise PullUsageError(file, "has no indicators; see docs/providers.md for the form")
    series, kinds = [], {}
    for code, about in listed.items():
        if not isinstance(about, dict) or not {"measure", "unit"} <= set(about) <= {"measure", "unit", "kind"}:
            raise PullUsageError(file, f"indicator {code} needs measure and unit, and may have kind")
        series.append(Series(name=str(code), measure_id=str(about["measure"]), unit=str(about["unit"])))
        kinds[str(about["measure"])] = str(about.get("kind", "stock"))
    return tuple(series), kinds


def _generic(setting: Setting) -> tuple[Provider, Client]:
    if setting.mapping is None:
        raise PullUsageError("--mapping", "the generic provider needs a mapping file; see docs/providers.md")
    mapping = table_mapping(setting.mapping)
    url = setting.base_url or mapping.url
    key = None
    if mapping.key is not None:
        secret = _secret(mapping.key.variable, f"the key that {mapping.name} asks for", setting)
        place = mapping.key
        key = Key(secret=secret, header=place.header, parameter=place.parameter, prefix=place.prefix)
    client = _client(mapping.name, url, setting, 1.0)
    return generic.Generic(client, mapping, key, url), client


_MAPPED: Final = (world_bank.PROVIDER_ID, ucdp.PROVIDER_ID)
_OPENERS: Final[dict[str, Callable[[Setting], tuple[Provider, Client]]]] = {
    hdx_hapi.PROVIDER_ID: _hdx_hapi,
    acled.PROVIDER_ID: _acled,
    unhcr.PROVIDER_ID: _unhcr,
    idmc.PROVIDER_ID: _idmc,
    world_bank.PROVIDER_ID: _world_bank,
    ucdp.PROVIDER_ID: _ucdp,
    generic.PROVIDER_ID: _generic,
}
