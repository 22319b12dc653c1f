# shellcheck shell=bash
# Makes starts quick, once for each build: Spring's beans are laid out ahead, and a rehearsal lets the JVM keep what a start
# loads. What cannot be laid out or rehearsed costs some seconds at each start, and nothing else.

ahead=$here/server/target/poterne/ahead.jar   # on the class path of the server's jar
cache=$here/server/target/poterne/poterne.aot # JEP 483: bound to this JDK, these flags and these jars
rehearsed=$work/rehearsed                     # of which build and JDK they are

prepare_to_start() {
    # Some 70 MB are the server's own, 19 each hash at once; POTERNE_JAVA_OPTS stands above it.
    jvm_flags+=("-Xmx$((192 + 32 * $(cores)))m")
    case ${POTERNE_JAVA_OPTS:-} in *GC*) ;; *) jvm_flags+=(-XX:+UseSerialGC) ;; esac # the JVM refuses two collectors
    # Spring would make beforehand, on another core, what this start mostly never needs.
    jvm_flags+=(-Dspring.backgroundpreinitializer.ignore=true)
    # The JVM says in a line of its own that it has read the file: on stderr, since stdout is the log.
    jvm_flags+=(-XX:+UnlockDiagnosticVMOptions "-XX:CompilerDirectivesFile=$here/command/start-only.json" -XX:+DisplayVMOutputToStderr)
    is_rehearsed || rehearse_alone
    [ ! -f "$cache" ] || jvm_flags+=("-XX:AOTCache=$cache" -Xlog:aot=off -Xlog:cds=off)
}

cores() { getconf _NPROCESSORS_ONLN 2>/dev/null || echo 2; }

# A server that was built anew takes nothing that was laid out for another.
forget_layout() { rm -f "$ahead" "$cache" "$rehearsed"; }

is_rehearsed() {
    state=$(cksum <"$jar" && printf '%s\n' "$jdk" "${jvm_flags[*]}" && cat "$jdk/release" 2>/dev/null || true)
    [ -f "$rehearsed" ] && [ "$state" = "$(cat "$rehearsed")" ]
}

# Somebody else's folder is left as it is: a service's own account starts what was built for it.
rehearse_alone() {
    [ -w "$work" ] && [ -w "$here/server/target/poterne" ] || return 0
    trap 'exit 130' INT
    trap 'exit 143' TERM HUP
    trap 'leave_lock' EXIT
    take_lock
    is_rehearsed || rehearse
    leave_lock
}

rehearse() {
    local begun=$SECONDS log=$work/rehearsal.log room=$work/rehearsal
    printf 'Preparing quick starts…' >&2
    rm -rf "$ahead" "$cache" "$room"
    mkdir -p "$room"
    if lay_out_ahead >"$log" 2>&1 && keep_what_is_loaded >>"$log" 2>&1; then
        printf ' %s s\n' "$((SECONDS - begun))" >&2
    else
        rm -f "$ahead" "$cache" # what a rehearsal did not start, no start takes
        printf ' not possible here: starts take some seconds longer (%s)\n' "$log" >&2
    fi
    rm -rf "$room"
    mark "$rehearsed" <<<"$state"
}

# In nobody's settings: in those of an operator the rehearsal would begin on the operator's own database, with other keys.
in_nobodys_settings() { (cd "$room" && env -i PATH="$PATH" HOME="${HOME:-$room}" ${LANG:+"LANG=$LANG"} ${LC_ALL:+"LC_ALL=$LC_ALL"} "$@"); }

# What a start's conditions read is set here as serve requires it to be set.
lay_out_ahead() {
    in_nobodys_settings "$jdk/bin/java" "${jvm_flags[@]}" -cp "$jar" org.springframework.boot.SpringApplicationAotProcessor org.poterne.Serving \
        "$room/sources" "$room/classes" "$room/classes" org.poterne poterne-server \
        --spring.mail.host=localhost --poterne.base-url=http://localhost --poterne.mail.from=no-reply@poterne.example &&
        find "$room/sources" -name '*.java' >"$room/list" &&
        "$jdk/bin/javac" -nowarn -proc:none -cp "$room/classes:$jar" -d "$room/classes" "@$room/list" &&
        "$jdk/bin/jar" --create --file "$ahead" -C "$room/classes" .
}

keep_what_is_loaded() {
    # A folder of the embedded database's own account may have to pass through.
    chmod o+x "$room"
    in_nobodys_settings POTERNE_TENANTS="$here/tenants" "$jdk/bin/java" "${jvm_flags[@]}" "-XX:AOTCacheOutput=$cache" -jar "$jar" \
        rehearse --data "$room/data"
}
