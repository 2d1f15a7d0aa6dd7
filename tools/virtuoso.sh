#!/bin/sh
# The engine that tests ask by its address beside Oxigraph's: Debian's Virtuoso, and curl as a client. The tests start it
# themselves, on a free port. Installed when root, otherwise the command is printed.
set -eu
if command -v virtuoso-t >/dev/null 2>&1 && command -v curl >/dev/null 2>&1; then
  exit 0
fi
packages="virtuoso-opensource-7-bin curl"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
else
  echo "The tests of engines at an address need Virtuoso. Install it, then run again:" >&2
  echo "  sudo apt-get install $packages" >&2
  exit 1
fi
