#!/usr/bin/env bash
# Installs what the tests need and a bare Debian lacks: three browsers, Korean fonts, tools to read printed pages.
# Law: can run any number of times; what is there is left alone, and then no network is needed.
set -euo pipefail

packages=(
  chromium firefox-esr
  webkit2gtk-driver python3-gi gir1.2-webkit2-4.1 xvfb xauth
  fonts-noto-cjk fonts-nanum
  poppler-utils strace
)

if ! command -v apt-get >/dev/null; then
  cat >&2 <<TEXT
This system has no apt-get; the tests are tried on Debian 12. Please install by hand, at these paths:
  /usr/bin/chromium  /usr/bin/firefox-esr  /usr/bin/WebKitWebDriver  /usr/bin/Xvfb
and: ${packages[*]}
Building and serving the app (npm ci && npm start) needs none of them.
TEXT
  exit 1
fi

missing=()
for package in "${packages[@]}"; do
  state=$(dpkg-query --show --showformat='${db:Status-Status}' "$package" 2>/dev/null || true)
  [ "$state" = installed ] || missing+=("$package")
done
if [ ${#missing[@]} -eq 0 ]; then
  echo 'Everything that the tests need is installed.'
  exit 0
fi

as_root=()
if [ "$(id -u)" -ne 0 ]; then
  command -v sudo >/dev/null || {
    echo "Please run as root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  }
  as_root=(sudo)
fi

echo "Installing: ${missing[*]}"
"${as_root[@]}" apt-get update -qq
"${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
echo 'Everything that the tests need is installed.'
