# shellcheck shell=bash
# Measures the server from outside: both are built, Keycloak is fetched where it is measured too, then Java takes over.

bench_jar=$here/bench/target/bench/poterne-bench.jar
keycloak_version=26.7.3

run_bench() {
    local what=$1 data=${POTERNE_DATA:-$work} own=("${jvm_flags[@]}") more=()
    build_the_bench
    [ "$what" != keycloak ] || find_keycloak
    prepare_to_start
    exec "$jdk/bin/java" "${own[@]}" -jar "$bench_jar" "$what" "--server=$(server_words)" "--typed=./poterne bench $*" \
        "--out=$data/bench" ${more[@]+"${more[@]}"} "${@:2}"
}

# How give_way_to_java starts a server, a word a line: measured is what people run.
server_words() {
    local more=()
    read -r -a more <<<"${POTERNE_JAVA_OPTS:-}" || true
    printf '%s\n' "$jdk/bin/java" "${jvm_flags[@]}" ${more[@]+"${more[@]}"} -jar "$jar"
}

# With the server it measures, in one go.
build_the_bench() {
    local jar=$bench_jar built=$work/bench-built-from modules=server,bench
    roots+=(bench/pom.xml bench/src/main)
    build_what_is_missing
}

# From Maven's own folder of libraries, fetched into it the first time (190 MB).
find_keycloak() {
    local name=keycloak-quarkus-dist zip
    zip=${HOME}/.m2/repository/org/keycloak/$name/$keycloak_version/$name-$keycloak_version.zip
    if [ ! -f "$zip" ]; then
        printf 'Fetching Keycloak %s\n' "$keycloak_version" >&2
        JAVA_HOME=$jdk mvn -B -q -f "$here/pom.xml" -N dependency:get -Dtransitive=false \
            -Dartifact="org.keycloak:$name:$keycloak_version:zip" >"$work/keycloak.log" 2>&1 || true
        [ -f "$zip" ] || {
            printf 'poterne: Maven could not fetch Keycloak %s; see %s, or name its zip: --keycloak FILE.\n' \
                "$keycloak_version" "$work/keycloak.log" >&2
            exit 1
        }
    fi
    more=("--keycloak=$zip")
}
