#!/usr/bin/env bash
# Prints the path of the Nu HTML validator (vnu.jar), taken once from npm into .cache/ and checked against its SHA-512.
# It is run with Java; to renew it, change the version and the checksum of the package's archive below.
#
# Without npm or Java: a failure when CI=true; elsewhere a warning, an empty line and success. Only the path goes to
# standard output.
set -euo pipefail

version=26.9.27
sha512=4e441de4315f39a582f5e6edbe8cd3b2b1f655aa1dde3620faface791133217c417b12f3f7ead2d8336d8e7efe44f5226618258b44a0860057e9125135e6b428
cache=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)/.cache
jar=$cache/vnu-$version.jar

say() { printf 'Nu validator: %s\n' "$*" >&2; }

give_up() {
  say "$* HTML IS NOT VALIDATED."
  [ "${CI:-}" != true ] || exit 1
  echo
  exit 0
}

checksum() {
  if command -v sha512sum >/dev/null; then sha512sum "$1"; else shasum -a 512 "$1"; fi | cut -d ' ' -f 1
}

fetch() {
  local archive=$work/vnu-jar-$version.tgz
  (cd "$work" && npm pack --silent "vnu-jar@$version" >&2) || return 1
  if [ "$(checksum "$archive")" != "$sha512" ]; then
    say "the archive of version $version is not the one that was reviewed"
    return 1
  fi
  tar -xzf "$archive" -C "$work" package/build/dist/vnu.jar
  mv "$work/package/build/dist/vnu.jar" "$jar"
}

java -version >/dev/null 2>&1 || give_up "Java is missing."
if [ ! -f "$jar" ]; then
  command -v npm >/dev/null || give_up "npm is missing."
  mkdir -p "$cache"
  work=$(mktemp -d "$cache/nu.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  say "taking version $version from npm"
  fetch || give_up "version $version could not be had from npm."
fi
printf '%s\n' "$jar"
