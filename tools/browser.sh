#!/bin/sh
# The browsers that tests open pages in: Debian's Chromium and Firefox. Installed when root, otherwise the command is printed.
set -eu
if command -v chromium >/dev/null 2>&1 && command -v firefox-esr >/dev/null 2>&1; then
  exit 0
fi
packages="chromium firefox-esr fonts-dejavu-core"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
else
  echo "The browser tests need Chromium and Firefox. Install them, then run again:" >&2
  echo "  sudo apt-get install $packages" >&2
  exit 1
fi
