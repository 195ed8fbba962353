#!/bin/sh
# Programs beside Python that the tests drive: a browser, a font with Vietnamese letters, LibreOffice,
# poppler, which reads PDF, and nginx, which stands in front of the app.
# Installs what is absent from Debian's or Ubuntu's packages; elsewhere says what to install, and fails.
set -eu

has() { command -v "$1" >/dev/null 2>&1; }

has_browser() {
    [ -n "${CHROMIUM:-}" ] || has chromium || has chromium-browser || has google-chrome || has google-chrome-stable
}

# LibreOffice keeps its parts apart: any may be there without the others. Fonts as wide as those of the documents.
has_office() {
    has soffice && [ -d "$(dirname "$(readlink -f "$(command -v soffice)")")/../share/registry" ] &&
        [ -f "$(dirname "$(readlink -f "$(command -v soffice)")")/../share/registry/$1.xcd" ]
}

packages=""
has_browser || packages="chromium fonts-noto-core"
for part in writer impress calc; do
    has_office "$part" || packages="$packages libreoffice-$part-nogui fonts-liberation"
done
has pdftotext || packages="$packages poppler-utils"
[ -x /usr/sbin/nginx ] || has nginx || packages="$packages nginx-light"
[ -z "$packages" ] && exit 0

if [ "$(id -u)" = 0 ]; then as_root=""; elif has sudo; then as_root="sudo"; else as_root="none"; fi
if ! has apt-get || [ "$as_root" = none ]; then
    echo "These programs are needed and cannot be installed from here: $packages" >&2
    echo "Install them (or set CHROMIUM to a Chromium's or Chrome's path), then run this again." >&2
    exit 1
fi

echo "Installing $packages"
$as_root apt-get update -qq </dev/null
# Debian 12's fonts-liberation lacks most Vietnamese letters; its second edition, a package of its own there, has them.
if apt-cache show fonts-liberation2 >/dev/null 2>&1; then packages="$packages fonts-liberation2"; fi
DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $packages </dev/null >/dev/null
for program in soffice pdftotext; do
    has "$program" || { echo "apt-get installed $packages, yet there is no $program on the PATH" >&2; exit 1; }
done
has_browser || { echo "apt-get installed $packages, yet there is no browser on the PATH" >&2; exit 1; }
