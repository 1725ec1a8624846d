#!/bin/sh
# Puts together what the image holds, without Docker, and starts it as a user who may write to the data folder alone, every
# file of the program read-only. As root, after npm run build:   sh deploy/probe.sh [path of node]
set -eu
node=$(realpath "${1:-$(command -v node)}")
from=$(cd "$(dirname "$0")/.." && pwd)
place=$(mktemp -d)
service=
finish() {
  if [ -n "$service" ]; then kill "$service" 2>/dev/null || true; fi
  chmod -R u+w "$place" && rm -rf "$place"
}
trap finish EXIT

# As the stages of the Dockerfile do.
mkdir -p "$place/app/policies" "$place/app/manifest" "$place/data"
cd "$place/app"
cp "$from/package.json" "$from/package-lock.json" "$from/LICENSE" "$from/NOTICE.md" .
npm ci --omit=dev --ignore-scripts --no-audit --no-fund
rm -rf node_modules/@microsoft/m365agentsplayground node_modules/@sparticuz
mkdir dist && for part in bot policies addin learned; do cp -r "$from/dist/$part" dist/; done
cp -r "$from/policies/packs" policies/packs
cp -r "$from/manifest/icons" manifest/icons
"$node" dist/bot/cli.js pack new probe

chown -R root:root "$place/app" && chmod -R a-w,a+rX "$place/app" && chmod 755 "$place"
chown 65534:65534 "$place/data" && chmod 700 "$place/data"
as_nobody() {
  exec setpriv --reuid=65534 --regid=65534 --clear-groups env -i PATH=/usr/bin:/bin NODE_ENV=production \
    KOMPASS_PACK=probe KOMPASS_DATA="$place/data" KOMPASS_PORT=4717 "$@"
}
(as_nobody "$node" dist/bot/main.js) > "$place/log" &
service=$!

tries=0
until curl -sf -o /dev/null http://127.0.0.1:4717/readyz; do
  tries=$((tries + 1))
  if [ "$tries" -gt 60 ] || ! kill -0 "$service"; then echo 'It did not start.'; exit 1; fi
  sleep 1
done
for path in / /healthz /readyz /tab/ /pane/ /anmeldung/ /nachweis /api/tools /manifest/icons/icon-32.png; do
  curl -s -o /dev/null -w "%{http_code} $path\n" "http://127.0.0.1:4717$path"
done
(as_nobody "$node" dist/bot/cli.js doctor)
(as_nobody "$node" dist/bot/cli.js backup "$place/data/probe.jsonl")
kill "$service" && wait "$service" && service=
ls -l "$place/data"
