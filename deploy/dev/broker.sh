#!/usr/bin/env bash
# A private RabbitMQ node on loopback, with management and Prometheus plugins, for development and tests.
#   broker.sh start [--tls]   starts it (or finds it running), waits until it is ready, prints its amqp:// address last; with --tls it speaks
#                             TLS only (its management too), the address is amqps:// and the line before names the root to trust
#   broker.sh stop            stops it; its data stay
#   broker.sh status          says whether it runs, and where
# AXIS_BROKER_RUN     run folder: configuration, data, logs, password (default: deploy/dev/.run/broker)
# AXIS_BROKER_PORT    AMQP port (default: 5672 if free, else a free one); management +10000, Prometheus +10020,
#                     Erlang distribution +20000, epmd +20001
# AXIS_BROKER_OWNER   a process id: the broker stops when that process is gone
# With --tls, $AXIS_BROKER_RUN/tls holds roots.pem, server.pem and server.key. What is there is used; else axis-hub makes them, with the
# development authority of AXIS_BROKER_AUTHORITY (default: authority beside tls). That needs the .NET SDK, no other program.
# Never touches a system service: own configuration, node name, cookie, data, logs and ports.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
run=${AXIS_BROKER_RUN:-$here/.run/broker}
server=/usr/lib/rabbitmq/bin/rabbitmq-server

fail() { echo "broker.sh: $*" >&2; exit 1; }
# A process that has ended but that nobody has collected (state Z) still answers kill -0.
alive() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
running() { [ -s "$run/pid" ] && alive "$(cat "$run/pid")"; }
port() { cat "$run/port"; }
busy() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
free() { local offset; for offset in 0 10000 10020 20000 20001; do ! busy $(($1 + offset)) || return 1; done; }
scheme() { cat "$run/scheme" 2>/dev/null || echo amqp; }
web() { if [ "$(scheme)" = amqps ]; then echo https; else echo http; fi; }
address() { echo "$(scheme)://axis-admin:$(cat "$run/password")@127.0.0.1:$(port)"; }
# Asked as a client asks: over TLS only a certificate that its root stands for will do.
ready() {
  local trust=(); [ "$(scheme)" = amqp ] || trust=(--cacert "$run/tls/roots.pem")
  curl -fsS -m 5 -o /dev/null "${trust[@]}" -u "axis-admin:$(cat "$run/password")" \
  "$(web)://127.0.0.1:$(($(port) + 10000))/api/health/checks/port-listener/$(port)" 2>/dev/null
}

choose_port() {
  if [ -n "${AXIS_BROKER_PORT:-}" ]; then
    free "$AXIS_BROKER_PORT" || fail "port $AXIS_BROKER_PORT, or one of +10000, +10020, +20000, +20001, is taken"
    echo "$AXIS_BROKER_PORT"
  elif free 5672; then
    echo 5672
  else
    # Below the range that the system hands out by itself, with the offsets too.
    local try candidate
    for try in $(seq 100); do
      candidate=$((10030 + RANDOM % 2200))
      if free "$candidate"; then echo "$candidate"; return; fi
    done
    fail "found no free port"
  fi
}

certify() {
  [ ! -s "$run/tls/server.key" ] || return 0
  command -v dotnet >/dev/null || fail "the .NET 10 SDK is not installed; put roots.pem, server.pem and server.key into $run/tls yourself"
  local root hub; root=$(cd "$here/../.." && pwd); hub="$root/src/Axis.Hub/bin/Release/net10.0/axis-hub.dll"
  [ -s "$hub" ] || dotnet build "$root/src/Axis.Hub" -c Release -v q --nologo >&2
  (cd "$run" && dotnet "$hub" certificate server --authority "${AXIS_BROKER_AUTHORITY:-$run/authority}" --out "$run/tls" >&2)
}

listen_plain() {
  cat <<CONF
listeners.tcp.1 = 127.0.0.1:$1
management.tcp.ip = 127.0.0.1
management.tcp.port = $(($1 + 10000))
CONF
}

listen_tls() {
  cat <<CONF
listeners.tcp = none
listeners.ssl.1 = 127.0.0.1:$1
ssl_options.cacertfile = $run/tls/roots.pem
ssl_options.certfile = $run/tls/server.pem
ssl_options.keyfile = $run/tls/server.key
ssl_options.versions.1 = tlsv1.3
ssl_options.versions.2 = tlsv1.2
ssl_options.verify = verify_none
ssl_options.fail_if_no_peer_cert = false
management.ssl.ip = 127.0.0.1
management.ssl.port = $(($1 + 10000))
management.ssl.cacertfile = $run/tls/roots.pem
management.ssl.certfile = $run/tls/server.pem
management.ssl.keyfile = $run/tls/server.key
management.ssl.versions.1 = tlsv1.3
management.ssl.versions.2 = tlsv1.2
CONF
}

configure() { # amqp or amqps
  umask 077
  mkdir -p "$run/data" "$run/log" "$run/home"
  echo "$1" >"$run/scheme"
  [ "$1" = amqp ] || certify
  # The first start fixes password and port; the node's data belong to both.
  [ -s "$run/password" ] || od -An -N24 -tx1 /dev/urandom | tr -d ' \n' >"$run/password"
  [ -s "$run/port" ] || choose_port >"$run/port"
  local p; p=$(port)
  echo "[rabbitmq_management,rabbitmq_prometheus]." >"$run/plugins"
  : >"$run/rabbitmq-env.conf"
  { if [ "$1" = amqp ]; then listen_plain "$p"; else listen_tls "$p"; fi; } >"$run/rabbitmq.conf"
  cat >>"$run/rabbitmq.conf" <<CONF
prometheus.tcp.ip = 127.0.0.1
prometheus.tcp.port = $((p + 10020))
default_user = axis-admin
default_pass = $(cat "$run/password")
collect_statistics_interval = 1000
disk_free_limit.absolute = 200MB
log.file.level = info
CONF
}

launch() {
  local p; p=$(port)
  env -u NOTIFY_SOCKET \
    HOME="$run/home" \
    RUNNING_UNDER_SYSTEMD=true \
    RABBITMQ_CONF_ENV_FILE="$run/rabbitmq-env.conf" \
    RABBITMQ_CONFIG_FILE="$run/rabbitmq.conf" \
    RABBITMQ_ADVANCED_CONFIG_FILE="$run/advanced.config" \
    RABBITMQ_ENABLED_PLUGINS_FILE="$run/plugins" \
    RABBITMQ_MNESIA_BASE="$run/data" \
    RABBITMQ_LOG_BASE="$run/log" \
    RABBITMQ_PID_FILE="$run/pid.node" \
    RABBITMQ_NODENAME="axis-$p@localhost" \
    RABBITMQ_DIST_PORT=$((p + 20000)) \
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS="-kernel inet_dist_use_interface {127,0,0,1}" \
    ERL_EPMD_ADDRESS=127.0.0.1 \
    ERL_EPMD_PORT=$((p + 20001)) \
    setsid "$server" </dev/null >"$run/log/console.log" 2>&1 &
  echo $! >"$run/pid"
}

watch_owner() {
  [ -n "${AXIS_BROKER_OWNER:-}" ] || return 0
  # Waits for the owner's end without holding the caller's output open, and no longer than the broker lives.
  export -f alive
  setsid bash -c 'while kill -0 "$1" 2>/dev/null && alive "$4"; do sleep 1; done; ! alive "$4" || AXIS_BROKER_RUN="$2" exec "$3" stop' \
    watch "$AXIS_BROKER_OWNER" "$run" "$here/broker.sh" "$(cat "$run/pid")" </dev/null >/dev/null 2>&1 &
}

start() {
  local wanted=amqp
  case "${1:-}" in
    --tls) wanted=amqps ;;
    "") ;;
    *) fail "start takes --tls or nothing" ;;
  esac
  if running && [ "$(scheme)" != "$wanted" ]; then fail "it runs as $(scheme)://; stop it first"; fi
  [ -x "$server" ] || fail "rabbitmq-server is not installed (Debian: apt-get install rabbitmq-server)"
  command -v curl >/dev/null || fail "curl is not installed"
  local waited=0 launched=
  until running && ready; do
    if ! running && [ -z "$launched" ]; then
      launched=yes
      configure "$wanted"
      launch
      watch_owner
    fi
    running || { tail -n 40 "$run/log/console.log" >&2; fail "the broker ended while it started"; }
    [ $((waited += 1)) -le 600 ] || fail "the broker is not ready after two minutes; see $run/log"
    sleep 0.2
  done
  echo "management $(web)://127.0.0.1:$(($(port) + 10000)) user axis-admin, password in $run/password"
  echo "prometheus http://127.0.0.1:$(($(port) + 10020))/metrics"
  [ "$wanted" = amqp ] || echo "trust $run/tls/roots.pem"
  address
}

stop() {
  if running; then
    local pid; pid=$(cat "$run/pid")
    kill -TERM "$pid"
    local waited=0
    while alive "$pid"; do
      if [ $((waited += 1)) -gt 150 ]; then kill -KILL "$pid" 2>/dev/null || true; fi
      sleep 0.2
    done
  fi
  rm -f "$run/pid" "$run/pid.node"
  # The name service was started for this node alone.
  if [ -s "$run/port" ]; then
    ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT=$(($(port) + 20001)) epmd -kill >/dev/null 2>&1 || true
  fi
  echo "stopped"
}

case "${1:-}" in
  start) start "${2:-}" ;;
  stop) stop ;;
  status) if running && ready; then echo "running, pid $(cat "$run/pid")"; address; else echo "not running"; exit 3; fi ;;
  *) sed -n '2,15s/^# \{0,1\}//p' "${BASH_SOURCE[0]}"; exit 2 ;;
esac
