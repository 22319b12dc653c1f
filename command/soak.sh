# shellcheck shell=bash
# Breaks what the server stands on while people use it: both are built, then Java takes over.

run_soak() {
    local data=${POTERNE_DATA:-$work} own=("${jvm_flags[@]}")
    build_the_bench
    prepare_to_start
    exec "$jdk/bin/java" "${own[@]}" -cp "$bench_jar" org.poterne.soak.Soak "--server=$(server_words)" \
        "--typed=./poterne soak${*:+ $*}" "--out=$data/soak" "$@"
}
