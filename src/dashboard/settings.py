"""What an operator may set by environment (DASHBOARD_*). Imports only paths."""

from functools import cache
from zoneinfo import ZoneInfo

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")  # rounds are due at an hour of this zone (official letter, part 2)


class Settings(BaseSettings):
    """Limits and switches; every field can be set as DASHBOARD_<NAME>."""

    model_config = SettingsConfigDict(env_prefix="DASHBOARD_", frozen=True)

    read_memory_mib: int = Field(
        1024, description="Address space of the child that reads a spreadsheet, in MiB"
    )
    read_seconds: int = Field(30, description="Time the child may take to read one file, in seconds")
    unpacked_mib: int = Field(50, description="Largest unpacked size of a workbook taken in, in MiB")
    upload_mib: int = Field(20, description="Largest file taken in, in MiB")
    layer_timeout_seconds: int = Field(5, description="Patience per request for the public layer, in seconds")
    layer_source_url: str = Field(
        "https://raw.githubusercontent.com/thanglequoc/vietnamese-provinces-database/"
        "cd58063299585146ded3981f2272946ef19ced54/json/geojson/38_thanh_hoa/wards/",
        description="Folder that the public boundary layer is downloaded from",
    )
    host_names: str = Field(
        "localhost",
        description="Names by which browsers reach the app, commas between (needed: those with a dot)",
    )
    api_files_per_hour: int = Field(60, description="Files an hour that a carrier's token may send")
    api_mib_per_day: int = Field(200, description="MiB a day that a carrier's token may send")
    automatic_backup: bool = Field(True, description="Make a backup every day while the app runs")
    backup_folder: str = Field(
        "backups", description="Folder of the backups; a relative one lies in the home folder"
    )
    metrics_token: SecretStr = Field(
        SecretStr(""), description="Who brings this may read /metrics from another machine; empty: nobody"
    )
    public_url: str = Field(
        "", description="Address of the app as browsers know it, for sign-in: https://may-chu.example"
    )
    oidc_metadata_url: str = Field(
        "", description="Where the sign-in describes itself: …/.well-known/openid-configuration"
    )
    oidc_client_id: str = Field("", description="Name of this app at the sign-in")
    oidc_client_secret: SecretStr = Field(SecretStr(""), description="Secret of this app at the sign-in")
    oidc_claim: str = Field(
        "preferred_username",
        description="What the sign-in says that names an account; email only where it says email_verified",
    )
    session_hours: float = Field(12, gt=0, description="Hours after which somebody has to sign in again")
    session_idle_hours: float = Field(3, gt=0, description="Hours without any doing that end a session")
    first_start_demo: bool = Field(True, description="Fill an empty folder with simulated figures at start")
    first_start_download: bool = Field(True, description="Try the public layer once, on first start")


@cache
def settings() -> Settings:
    """The settings of this process, read once."""
    return Settings()
