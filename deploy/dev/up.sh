#!/usr/bin/env bash
# Starts Axis as separate processes on real RabbitMQ: a private broker, the hub and three adapters (LANGSON for H37, VPCP for G22,
# TAYNINH for H53), with the agencies that come with the program. What runs already is left alone. Ends with a curl line that sends
# a package. Stop it with down.sh.
#   up.sh [--tls]     with --tls hub and adapters reach the broker over TLS; a run folder stays what it was begun as
# AXIS_DEV_RUN        run folder: data, settings, keys, logs (default: deploy/dev/.run)
# AXIS_DEV_PORT       port P of the hub's page (default 7080); adapters' endpoint P+363, local interfaces P+100, P+101, P+102
# AXIS_SQLSERVER      connection string of a SQL Server database, made if it is missing; without it the ledger is SQLite in the run folder
# AXIS_DEV_NO_BUILD   set to 1 to run what was built before
set -euo pipefail
# shellcheck source=common.sh
. "$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/common.sh"
command -v curl >/dev/null || fail "curl is not installed"
command -v dotnet >/dev/null || fail "the .NET 10 SDK is not installed"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

umask 077
mkdir -p "$run"
[ -s "$run/port" ] || echo "${AXIS_DEV_PORT:-7080}" >"$run/port"
port=$(cat "$run/port")
bin=bin/Release/net10.0
hub=(dotnet "$root/src/Axis.Hub/$bin/axis-hub.dll")
adapter=(dotnet "$root/src/Agency.Adapter/$bin/axis-adapter.dll")
settings="$run/hub/axis-hub.json"

scheme=amqp
case "${1:-}" in
  "") ;;
  --tls) scheme=amqps ;;
  *) fail "takes --tls or nothing" ;;
esac
if [ -s "$settings" ]; then
  begun=$(sed -n 's/.*"Broker": "\(amqps\{0,1\}\):.*/\1/p' "$settings")
  [ -z "${1:-}" ] || [ "$begun" = "$scheme" ] || fail "$run was begun without --tls; down.sh --delete removes it"
  scheme=$begun
fi
tls=(); [ "$scheme" = amqp ] || tls=(--tls)

json() { # text: as the inside of a JSON string
  local text=${1//\\/\\\\}
  printf %s "${text//\"/\\\"}"
}

launch() { # name, log, command...: starts a process in the background
  local name=$1; shift
  running "$name" && return
  mkdir -p "$run/log"
  setsid "$@" </dev/null >>"$run/log/$name.log" 2>&1 &
  echo $! >"$run/$name.pid"
}

await() { # name, address: waits until the process answers
  local waited=0
  until curl -fsS -m 5 -o /dev/null "$2" 2>/dev/null; do
    running "$1" || { tail -n 20 "$run/log/$1.log" >&2; fail "$1 ended while it started; see $run/log/$1.log"; }
    [ $((waited += 1)) -le 300 ] || fail "$1 does not answer at $2; see $run/log/$1.log"
    sleep 0.2
  done
}

if [ "${AXIS_DEV_NO_BUILD:-}" != 1 ]; then
  echo "building"
  dotnet build "$root/src/Axis.Hub" -c Release -v q --nologo
  dotnet build "$root/src/Agency.Adapter" -c Release -v q --nologo
fi

echo "broker"
admin=$("$here/broker.sh" start "${tls[@]}" | tail -n 1)

if [ ! -s "$settings" ]; then
  mkdir -p "$run/hub/content"
  password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
  ledger=${AXIS_SQLSERVER:-Data Source=$run/hub/axis.db}
  roots=""; [ "$scheme" = amqp ] || roots="$AXIS_BROKER_RUN/tls/roots.pem"
  cat >"$settings" <<JSON
{
  "Name": "hub-1",
  "BrokerRootsPath": "$roots",
  "Broker": "$scheme://axis-hub:$password@${admin#*@}/",
  "Ledger": "$(json "$ledger")",
  "ContentFolder": "$run/hub/content",
  "CertificateFolder": "$run/hub/certificates",
  "AdapterEndpoint": "https://127.0.0.1:$((port + 363))",
  "ConsoleEndpoint": "http://127.0.0.1:$port"
}
JSON
fi
as_operator() { "${hub[@]}" "$@" --config "$settings" --admin "$admin" --actor "up.sh"; }

echo "database, topology, agencies"
as_operator migrate --authority "$run/authority"
if [ ! -e "$run/agencies" ]; then
  as_operator agency import
  : >"$run/agencies"
fi

for line in "${adapters[@]}"; do
  read -r code agency offset <<<"$line"
  [ -s "$run/adapters/$code/adapter.json" ] || as_operator adapter add "$code" --agency "$agency" \
    --authority "$run/authority" --out "$run/adapters/$code" --local-endpoint "http://127.0.0.1:$((port + offset))"
done

launch hub "${hub[@]}" serve --config "$settings"
await hub "http://127.0.0.1:$port/health/ready"
for line in "${adapters[@]}"; do
  read -r code agency offset <<<"$line"
  launch "$code" "${adapter[@]}" --config "$run/adapters/$code/adapter.json"
done
for line in "${adapters[@]}"; do
  read -r code agency offset <<<"$line"
  await "$code" "http://127.0.0.1:$((port + offset))/v1/health"
done

date=$(TZ=Asia/Ho_Chi_Minh date +%Y/%m/%d)
sed "s|@DATE@|$date|g; s|@NUMBER@|$((RANDOM % 9000 + 1000))|g" "$here/sample.edxml" >"$run/package.edxml"
key=$(cat "$run/adapters/LANGSON/H37.key")
cat <<TEXT

page       http://127.0.0.1:$port
settings   $settings and $run/adapters/*/adapter.json; keys of the agencies' systems in $run/adapters/*/*.key
logs       $run/log
doctor     ${hub[*]} doctor --config $settings --admin \$(AXIS_BROKER_RUN=$AXIS_BROKER_RUN $here/broker.sh status | tail -n 1)

Send a package from H37 to G22 and H53:
curl -X POST http://127.0.0.1:$((port + 100))/v1/packages -H "Authorization: Bearer $key" -H "Content-Type: application/xml" --data-binary @$run/package.edxml
TEXT
