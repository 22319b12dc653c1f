# shellcheck shell=bash
# Everything CI runs: the checks of this command, then Maven's, with a browser and its driver at hand.

tools=$work/tools
driver=$tools/playwright

run_tests() {
    prepare_to_build
    "$here/test/poterne-command.sh"
    mkdir -p "$tools"
    find_chromium
    find_shell
    find_node
    fetch_driver
    find_oathtool
    is_built || true
    forget_deleted_sources
    keep_jar_of_running_server
    forget_layout
    export PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
    export JAZZER_HOOKS=false # kept inputs are only fed: an agent in the JVM would slow all other tests
    # silent: no hundred lines of copied libraries after the tests' summary
    start_maven -ntp -Dsilent=true -Dplaywright.cli.dir="$driver" -Dpoterne.chromium="$chromium" \
        ${shell:+"-Dpoterne.chromium-shell=$shell"} verify "$@"
    wait "$maven" || exit
    [ ! -f "$jar" ] || remember_build
}

# --- a browser

find_chromium() {
    look_for_chromium && return
    install_with_apt Chromium chromium && look_for_chromium && return
    tell_what_to_install 'a Chromium or Google Chrome that starts is needed.' \
        'sudo apt-get install chromium' 'sudo dnf install chromium' 'brew install --cask chromium'
}

# It must start: Ubuntu's chromium-browser may be no more than a hint to install something else.
look_for_chromium() {
    local name
    for name in chromium google-chrome chromium-browser google-chrome-stable \
        '/Applications/Chromium.app/Contents/MacOS/Chromium' \
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
        chromium=$(command -v "$name") && "$chromium" --version >/dev/null 2>&1 && return
    done
    return 1
}

# The same engine without a window opens a page for a third of the work. Debian has it; without it the browser does all.
find_shell() {
    look_for_shell && return
    apt-cache show chromium-headless-shell >/dev/null 2>&1 &&
        install_with_apt 'the shell of Chromium' chromium-headless-shell && look_for_shell && return
    shell=
}

look_for_shell() {
    shell=$(command -v chromium-headless-shell) && "$shell" --version >/dev/null 2>&1
}

# --- Node.js and Playwright's driver

find_node() {
    look_for_node && return
    install_with_apt Node.js nodejs npm && look_for_node && return
    tell_what_to_install 'Node.js 18 or later, with npm, is needed.' \
        'sudo apt-get install nodejs npm' 'sudo dnf install nodejs npm' 'brew install node'
}

look_for_node() {
    command -v npm >/dev/null && [[ $(node --version 2>/dev/null) =~ ^v([0-9]+) ]] && [ "${BASH_REMATCH[1]}" -ge 18 ]
}

# Playwright's own bundle carries the drivers of every system, 202 MB; the package of the same version is 14.
fetch_driver() {
    local version fresh=$tools/playwright.new
    version=$(sed -n 's/.*<playwright\.version>\(.*\)<.*/\1/p' "$here/pom.xml")
    if [ "$(driver_version "$driver")" != "$version" ]; then
        printf 'Fetching Playwright %s\n' "$version" >&2
        rm -rf "$fresh"
        mkdir -p "$fresh"
        if ! (cd "$fresh" && npm pack --silent "playwright-core@$version" && tar -xzf playwright-core-*.tgz) >"$tools/npm.log" 2>&1 ||
            [ "$(driver_version "$fresh")" != "$version" ]; then
            printf 'poterne: npm could not fetch playwright-core %s.\n' "$version" >&2
            tail -n 15 "$tools/npm.log" >&2
            exit 1
        fi
        rm -f "$fresh"/*.tgz
        rm -rf "$driver"
        mv "$fresh" "$driver"
    fi
    ln -sf "$(command -v node)" "$driver/node"
}

driver_version() {
    sed -n 's/^  "version": "\(.*\)".*/\1/p' "$1/package/package.json" 2>/dev/null || true
}

# --- somebody else's authenticator

find_oathtool() {
    command -v oathtool >/dev/null && return
    install_with_apt oathtool oathtool && command -v oathtool >/dev/null && return
    tell_what_to_install 'oathtool is needed for the tests: its codes must be ours.' \
        'sudo apt-get install oathtool' 'sudo dnf install oathtool' 'brew install oath-toolkit'
}

# --- what Debian and Ubuntu can install by themselves

install_with_apt() {
    local apt=(env DEBIAN_FRONTEND=noninteractive apt-get) name=$1
    shift
    command -v apt-get >/dev/null || return 1
    if [ "$(id -u)" -ne 0 ]; then
        sudo -n true 2>/dev/null || return 1
        apt=(sudo -n "${apt[@]}")
    fi
    printf 'Installing %s (apt-get)\n' "$name" >&2
    "${apt[@]}" update </dev/null >"$tools/apt.log" 2>&1 || true
    "${apt[@]}" install -y --no-install-recommends "$@" </dev/null >>"$tools/apt.log" 2>&1 && return
    tail -n 15 "$tools/apt.log" >&2
    return 1
}

tell_what_to_install() {
    printf 'poterne: %s\n  Debian, Ubuntu   %s\n  Fedora           %s\n  macOS            %s\n' "$@" >&2
    exit 1
}
