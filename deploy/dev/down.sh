#!/usr/bin/env bash
# Stops what up.sh started: adapters, hub, broker. Data stay, so up.sh goes on where it was.
#   down.sh --delete    removes the run folder too
# AXIS_DEV_RUN        run folder (default: deploy/dev/.run)
set -euo pipefail
# shellcheck source=common.sh
. "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/common.sh"
for line in "${adapters[@]}"; do
  read -r code _ <<<"$line"
  halt "$code"
done
halt hub
"$here/broker.sh" stop
if [ "${1:-}" = --delete ]; then rm -rf "$run"; fi
