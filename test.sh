#!/usr/bin/env bash
# Builds everything, starts a private broker for the suites that need one, runs every suite and adds the results up.
# Ends with "N passed, N failed, N skipped"; a suite that ran no test fails the run.
#   ./test.sh [SUITE ...]         only the named suites, e.g. ./test.sh Axis.Contracts.Tests
# AXIS_TEST_AMQP / AXIS_TEST_MANAGEMENT   use this broker instead of a private one
# AXIS_TEST_SQLSERVER                     also run what touches the ledger against this SQL Server
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 MASSTRANSIT_USAGE_TELEMETRY=false
configuration=${AXIS_TEST_CONFIGURATION:-Release}
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT

install() { # command, Debian package
  command -v "$1" >/dev/null && return
  [ -x "/usr/sbin/$1" ] && return
  if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
    echo "missing: $1 (Debian package $2); tests that need it are skipped by name"
    return
  fi
  echo "installing $2"
  # The package's own service is not wanted: the suites start private nodes.
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -qq update
  RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$2" >"$results/apt.log" 2>&1 ||
    { cat "$results/apt.log"; exit 1; }
}
[ -n "${AXIS_TEST_AMQP:-}" ] || install rabbitmq-server rabbitmq-server
[ -x /usr/bin/chromium-browser ] || [ -x /usr/bin/google-chrome ] || install chromium chromium

dotnet build Axis.sln -c "$configuration" -v q
if [ $# -gt 0 ]; then suites=("$@"); else suites=(Axis.Contracts.Tests Axis.Hub.Tests Agency.Adapter.Tests Axis.Journeys); fi

passed=0 failed=0 skipped=0
for suite in "${suites[@]}"; do
  echo "== $suite"
  log="$results/$suite.log"
  status=0
  # Journeys start programs of their own by the dozen: one class at a time is enough for a small machine.
  alone=; [ "$suite" != Axis.Journeys ] || alone="-parallelMode none"
  dotnet "tests/$suite/bin/$configuration/net10.0/$suite.dll" -noLogo -noColor $alone ${AXIS_TEST_ARGS:-} 2>&1 | tee "$log" || status=$?
  line=$(grep -E 'Total: [0-9]+' "$log" | tail -n 1)
  count() { sed -nE "s/.*$1: ([0-9]+).*/\1/p" <<<"$line"; }
  total=$(count Total); bad=$(($(count Failed || echo 0) + $(count Errors || echo 0))); passed_over=$(count Skipped)
  if [ -z "$line" ] || [ "${total:-0}" -eq 0 ]; then
    echo "$suite ran no test"; bad=1; total=1; passed_over=0
  elif [ "$status" -ne 0 ] && [ "$bad" -eq 0 ]; then
    echo "$suite ended with exit code $status"; bad=1; total=$((total + 1))
  fi
  skipped=$((skipped + ${passed_over:-0})); failed=$((failed + bad))
  passed=$((passed + total - bad - ${passed_over:-0}))
done

# Told by the journeys: kills of hub, adapters and broker after which both sides' books were found to agree.
grep -hE '^(kills survived:|a program that nobody killed )' "$results"/*.log || true
# Told by the contracts: rows of the tables of the door's rules, all of which were run.
grep -h '^door cases:' "$results"/*.log || true
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
