#!/bin/sh
# What tests open the report's files with: LibreOffice without its windows, a reader of PDF, and fonts as wide as those
# of the report. Installed from Debian when root, otherwise the command is printed.
set -eu
if command -v soffice >/dev/null 2>&1 && command -v pdftotext >/dev/null 2>&1; then
  exit 0
fi
packages="libreoffice-writer-nogui libreoffice-calc-nogui poppler-utils fonts-dejavu-core fonts-crosextra-carlito"
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $packages
else
  echo "The report's tests need LibreOffice and poppler. Install them, then run again:" >&2
  echo "  sudo apt-get install $packages" >&2
  exit 1
fi
