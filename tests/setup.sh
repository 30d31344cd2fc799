# What building and testing nammo needs from Debian 12; sourced by tests/run.sh and examples/quickstart.sh.

build_packages="g++ cmake ninja-build pkg-config libcereal-dev libcli11-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libfmt-dev
  libhowardhinnant-date-dev libical-dev libicu-dev libkainjow-mustache-dev libre2-dev libssl-dev libxlsxwriter-dev libyaml-cpp-dev libyaml-dev
  nlohmann-json3-dev tzdata zlib1g-dev"
test_packages="cmark-gfm cppcheck doctest-dev dpkg-dev fish git json-schema-test-suite khal libreoffice-calc lintian mandoc msmtp-mta pandoc
  clang clang-tidy libclang-rt-14-dev python3 python3-html5lib python3-jsonschema python3-openpyxl python3-yaml shellcheck systemd tmux util-linux vim-tiny zsh"

# install_missing PACKAGE…: says what it installs; does nothing when all is there.
install_missing() {
  missing=
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing="$missing $package"
  done
  [ -z "$missing" ] && return 0
  echo "Installing:$missing"
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  $as_root apt-get update -qq
  # shellcheck disable=SC2086
  DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends $missing
}
