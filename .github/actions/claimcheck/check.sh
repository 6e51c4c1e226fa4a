#!/usr/bin/env bash
# Installs claimcheck into an environment of its own and checks what the action's inputs name. The exit code is
# claimcheck's: 0 clean, 1 findings, 2 when something could not be read.
set -euo pipefail

# Without a version, what is installed is the code beside this file: the tag that the workflow names.
if [[ -n "${CLAIMCHECK_VERSION:-}" ]]; then
  what="claimcheck[markdown]==$CLAIMCHECK_VERSION"
else
  what="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)[markdown]"
fi
if [[ -z "${CLAIMCHECK_PROGRAM:-}" ]]; then
  python -m venv "$RUNNER_TEMP/claimcheck"
  CLAIMCHECK_PROGRAM="$RUNNER_TEMP/claimcheck/bin/claimcheck"
  [[ "${RUNNER_OS:-}" == Windows ]] && CLAIMCHECK_PROGRAM="$RUNNER_TEMP/claimcheck/Scripts/claimcheck.exe"
  "$(dirname "$CLAIMCHECK_PROGRAM")/python" -m pip install --quiet --disable-pip-version-check "$what"
fi

arguments=(--output-format github)
if [[ -n "${CLAIMCHECK_SARIF_FILE:-}" ]]; then
  arguments+=(--output-format sarif --output-file "$CLAIMCHECK_SARIF_FILE")
fi
if [[ -n "${CLAIMCHECK_CHANGED_SINCE:-}" ]]; then
  arguments+=("--changed-since=$CLAIMCHECK_CHANGED_SINCE")
fi
while IFS= read -r line; do
  if [[ -n "$line" ]]; then arguments+=("$line"); fi
done <<< "${CLAIMCHECK_ARGUMENTS:-}"
arguments+=(--)
while IFS= read -r line; do
  if [[ -n "$line" ]]; then arguments+=("$line"); fi
done <<< "${CLAIMCHECK_PATHS:-.}"

exec "$CLAIMCHECK_PROGRAM" check "${arguments[@]}"
