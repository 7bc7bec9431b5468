#!/usr/bin/env bash
# Prints the address at which GitHub Pages serves a repository, so that links have the right base path.
#
#   pages_url.sh OWNER REPOSITORY [ADDRESS]
#
# ADDRESS, when it is not empty, wins: a custom domain, set as the repository variable PORTAIL_SITE_URL.
# Otherwise a repository called OWNER.github.io is served at the root of that name, any other under its own name.
set -euo pipefail

owner=$(printf '%s' "${1:?owner of the repository}" | tr '[:upper:]' '[:lower:]')
repository=${2:?name of the repository}
address=${3:-}
host="$owner.github.io"

if [ -n "$address" ]; then
  printf '%s/\n' "${address%/}"
elif [ "$(printf '%s' "$repository" | tr '[:upper:]' '[:lower:]')" = "$host" ]; then
  printf 'https://%s/\n' "$host"
else
  printf 'https://%s/%s/\n' "$host" "$repository"
fi
