# What up.sh and down.sh share. Sourced, not run.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
root=$(cd "$here/../.." && pwd)
run=${AXIS_DEV_RUN:-$here/.run}
export AXIS_BROKER_RUN="$run/broker"

# code, agency, offset of its local port
adapters=("LANGSON H37 100" "VPCP G22 101" "TAYNINH H53 102")

fail() { echo "$(basename "$0"): $*" >&2; exit 1; }

# A process that has ended but that nobody has collected (state Z) still answers kill -0.
alive() { kill -0 "$1" 2>/dev/null && ! grep -q '^State:[[:space:]]*Z' "/proc/$1/status" 2>/dev/null; }
running() { [ -s "$run/$1.pid" ] && alive "$(cat "$run/$1.pid")"; }

halt() { # name: stops the process that up.sh started under this name
  if running "$1"; then
    local pid waited=0; pid=$(cat "$run/$1.pid")
    kill -TERM "$pid"
    while alive "$pid"; do
      if [ $((waited += 1)) -gt 150 ]; then kill -KILL "$pid" 2>/dev/null || true; fi
      sleep 0.2
    done
  fi
  rm -f "$run/$1.pid"
}
