# shellcheck shell=bash
# Fuzzes every parser for a while: one after the other, each in a JVM of its own, since Jazzer fuzzes one test a JVM.

fuzz_all() {
    local minutes=10 parser broken=''
    while [ $# -gt 0 ]; do
        case $1 in
        --minutes) minutes=$2 && shift ;;
        --minutes=*) minutes=${1#*=} ;;
        esac
        shift
    done
    prepare_to_build
    export JAZZER_FUZZ=1 JAZZER_HOOKS=true JAZZER_MAX_DURATION=$((10#$minutes))m JAZZER_INSTRUMENTATION_INCLUDES='org.poterne.**'
    for parser in $(fuzz_tests); do
        printf 'Fuzzing %s for %s min\n' "$parser" "$minutes" >&2
        start_maven -q -ntp -pl server -Dspotless.check.skip -DforkCount=1 -Dtest="$parser" test
        wait "$maven" || broken="$broken $parser"
    done
    [ -z "$broken" ] && return
    printf 'poterne: found something:%s. The input is kept beside the test, and ./poterne test fails until it is mended.\n' "$broken" >&2
    exit 1
}

# Class#method of each test that is marked: the method stands on the line below.
fuzz_tests() {
    local file
    find "$here/server/src/test/java" -name '*FuzzTests.java' | LC_ALL=C sort | while read -r file; do
        sed -n "/@FuzzTest/{n;s/.* void \([A-Za-z0-9]*\)(.*/$(basename "$file" .java)#\1/p;}" "$file"
    done
}
