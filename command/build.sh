# shellcheck shell=bash
# Builds the server when its sources are not those of the last build, one build at a time.

log=$work/build.log
built=$work/built-from     # the sources of the last good build, one line each
lock=$work/build.lock      # a symbolic link, made in one act, to its owner's name
builder=$work/build.maven  # the Maven at work: it may outlive a script that was killed
modules=server             # what is built
roots=(pom.xml server/pom.xml server/src/main)

build_what_is_missing() {
    is_built && return
    prepare_to_build
    # Another may have built it while this one waited.
    is_built || build
    leave_lock
}

# Contents are compared, not dates: a git checkout back and forth, a deleted file, a copied date all tell.
# The system is part of it, because the packaged PostgreSQL depends on it.
is_built() {
    sources=$(cd "$here" && {
        uname -sm
        find "${roots[@]}" -type f ! -name .DS_Store ! -name '*~' ! -name '.*.sw?' -exec cksum {} +
    } | LC_ALL=C sort)
    [ -f "$jar" ] && [ -f "$built" ] && [ ! "$jar" -nt "$built" ] && [ "$sources" = "$(cat "$built")" ]
}

prepare_to_build() {
    check_maven
    mkdir -p "$work" 2>/dev/null || true
    local folder
    for folder in "$work" "$here/server" "$here/server/target"; do
        [ ! -e "$folder" ] || [ -w "$folder" ] && [ -d "$work" ] && continue
        printf 'poterne: Poterne must be built, and the user %s cannot write in %s.\n' "$(id -un 2>/dev/null || id -u)" "$folder" >&2
        printf 'Build it once as the owner of %s, or give that folder to this user.\n' "$here" >&2
        exit 1
    done
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    trap 'stop_building; leave_lock' EXIT
    take_lock
}

build() {
    local begun=$SECONDS
    occasion='sources changed'
    [ -f "$jar" ] || occasion='first time: a minute or two'
    forget_deleted_sources
    keep_jar_of_running_server
    forget_layout
    # The log is where the progress is read: hence neither -q nor -ntp.
    start_maven -pl "$modules" -am -Dspotless.check.skip -Dmaven.test.skip=true package >"$log" 2>&1
    show_progress
    if ! wait "$maven"; then
        say_why_it_failed
        exit 1
    fi
    remember_build
    printf 'Poterne is built: %s s (fetching libraries %s s, compiling %s s, packing %s s).\n' \
        "$((SECONDS - begun))" "$fetching" "$compiling" "$packing" >&2
}

# Whoever builds the walker or the bench has built the server with it: that is remembered too.
remember_build() {
    mark "$built" <<<"$sources"
    [ "$modules" = server ] || grep -v -e ' guide/' -e ' bench/' <<<"$sources" | mark "$work/built-from"
}

mark() {
    cat >"$1.new"
    mv -f "$1.new" "$1"
}

# Maven forgets no resource, template or migration that was deleted: what was made of them goes first.
forget_deleted_sources() {
    [ -f "$built" ] || return 0
    [ -z "$(printf '%s\n' "$sources" | awk '{ sub(/^[0-9]+ [0-9]+ /, "") } NR == FNR { now[$0] = 1; next } !($0 in now)' - "$built")" ] ||
        rm -rf "$here"/{server,guide,bench}/target/{classes,generated-sources,maven-status}
}

# Maven writes into the jar in place. A server that runs from it keeps the old file, now without a name.
keep_jar_of_running_server() {
    local kept
    for kept in "$here/server/target/poterne/poterne.jar" "$jar"; do
        [ ! -f "$kept" ] || { cp -p "$kept" "$kept.new" && mv -f "$kept.new" "$kept"; }
    done
}

# In the background and in a process group of its own, so that one signal stops it and its compilers.
start_maven() {
    export JAVA_HOME=$jdk
    export MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}"
    set -m
    mvn -B -f "$here/pom.xml" "$@" </dev/null &
    set +m
    maven=$!
    name_of "$maven" >"$builder"
}

# However the script ends, no Maven is left behind.
stop_building() {
    [ -n "${maven:-}" ] && kill -TERM -- "-$maven" 2>/dev/null || return 0
    wait "$maven" 2>/dev/null || true
    ! in_place || printf '\n' >&2
}

# --- one progress line, rewritten in place; in a log, a line per stage

show_progress() {
    local stage tick=$SECONDS begun=$SECONDS files=0 before=0 last='' told=' '
    local first=compiling
    fetching=0 compiling=0 packing=0
    case $occasion in first*) first=fetching ;; esac
    in_place || printf 'Building Poterne (%s)\n' "$occasion" >&2
    while kill -0 "$maven" 2>/dev/null; do
        read -r files last < <(awk '
            /Downloaded from/ { files++ }
            /^\[INFO\] --- .*(jte|resources|compiler)[:-]/ { doing = "compiling" }
            /^\[INFO\] --- .*(jar|dependency)[:-]/ { doing = "packing" }
            { waiting = /Downloading from/ }
            END { print files + 0, waiting ? "fetching" : doing }' "$log")
        stage=${last:-$first}
        [ "$files" -eq "$before" ] || stage=fetching
        before=$files
        tell_stage
        sleep 0.4
        eval "$stage=\$(($stage + SECONDS - tick))"
        # shellcheck disable=SC2034 # read by the eval above
        tick=$SECONDS
    done
    ! in_place || printf '\r\033[K' >&2
}

tell_stage() {
    local words="${stage}…" occasion_told=''
    [ "$stage" != fetching ] || words="fetching libraries… $files files ·"
    if in_place; then
        [ "$(columns)" -lt 88 ] || occasion_told=" ($occasion)"
        printf '\r\033[KBuilding Poterne%s: %s %s s' "$occasion_told" "$words" "$((SECONDS - begun))" >&2
    else
        case $told in *" $stage "*) return 0 ;; esac
        told="$told$stage "
        printf '  %s\n' "${words%% [0-9]*}" >&2
    fi
}

in_place() { [ -t 2 ] && [ "${TERM:-dumb}" != dumb ] && [ -z "${CI:-}" ]; }

columns() {
    local size
    size=$(stty size <&2 2>/dev/null) || size='24 80'
    echo "${size#* }"
}

say_why_it_failed() {
    {
        printf 'poterne: the build failed.\n\n'
        sed -nE 's/ -> \[Help [0-9]\]$//; /^\[(ERROR|FATAL)\] [^ ]/p' "$log" |
            grep -v -e '\[Help [0-9]\]' -e 'problems were encountered' -e 'full stack trace' -e 'Re-run Maven' \
                -e 'For more information' -e 'After correcting the problems' |
            awk '!told[$0]++ && ++lines <= 20' | grep . || tail -n 20 "$log"
        if grep -q -e 'Could not transfer artifact' -e 'Unknown host' -e 'Could not resolve dependencies' "$log"; then
            printf '\nMaven could not fetch a library: is this machine online, or does it need a proxy in ~/.m2/settings.xml?\n'
        fi
        printf '\nThe whole story: %s\n' "$log"
    } >&2
}

# --- one build at a time

take_lock() {
    local owner told='' me
    me=$(name_of $$)
    until ln -s "$me" "$lock" 2>/dev/null; do
        owner=$(readlink "$lock" || true)
        if [ -n "$owner" ] && ! is_alive "$owner"; then
            break_lock "$owner"
            continue
        fi
        told=$(tell_waiting "${owner%% *}" "$told")
        sleep 0.3
    done
    while is_alive "$(cat "$builder" 2>/dev/null)"; do
        told=$(tell_waiting "$(cut -d ' ' -f 1 "$builder")" "$told")
        sleep 0.3
    done
}

tell_waiting() {
    [ -n "$2" ] || printf 'Waiting for another build of Poterne to end (process %s)…\n' "$1" >&2
    echo told
}

# The dead owner's lock is renamed, which only one can do; a lock taken meanwhile by another is put back.
break_lock() {
    local dead=$lock.$$ found
    mv "$lock" "$dead" 2>/dev/null || return 0
    found=$(readlink "$dead")
    [ "$found" = "$1" ] || ln -s "$found" "$lock" 2>/dev/null || true
    rm -f "$dead"
}

leave_lock() {
    [ "$(readlink "$lock" 2>/dev/null)" != "$(name_of $$)" ] || rm -f "$lock"
}

# A process by number and birth, so that a number given again after a reboot deceives nobody.
name_of() {
    local stat
    if read -r stat 2>/dev/null <"/proc/$1/stat"; then
        # shellcheck disable=SC2086 # fields; the twentieth after the name is the birth
        set -- "$1" ${stat##*) }
        printf '%s %s\n' "$1" "${21}"
    else
        printf '%s %s\n' "$1" "$(LC_ALL=C TZ=UTC ps -o lstart= -p "$1" 2>/dev/null || true)"
    fi
}

is_alive() {
    local process=${1%% *}
    [ -n "$process" ] && { kill -0 "$process" 2>/dev/null || ps -p "$process" >/dev/null 2>&1; } && [ "$(name_of "$process")" = "$1" ]
}
