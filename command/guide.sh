# shellcheck shell=bash
# Writes the guides: the server and the walker are built, a browser and its driver are looked for, then Java takes over.

guide_jar=$here/guide/target/guide/poterne-guide.jar

write_guides() {
    build_the_walker
    mkdir -p "$tools"
    find_chromium
    find_node
    fetch_driver
    local data=${POTERNE_DATA:-$work}
    exec "$jdk/bin/java" "${jvm_flags[@]}" "-Dplaywright.cli.dir=$driver" -jar "$guide_jar" \
        "--chromium=$(command -v "$chromium")" "--tenants=${POTERNE_TENANTS:-$here/tenants}" "--out=$data/guides" "$@"
}

# With the server it walks, in one go.
build_the_walker() {
    jar=$guide_jar built=$work/guide-built-from modules=server,guide
    roots+=(guide/pom.xml guide/src/main)
    build_what_is_missing
}
