"""The Debian package: cpack makes it, its control file and content are what they should be, and it works when installed.

usage: package.py SOURCE_DIR BUILD_DIR CPACK
"""
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FOLDER = os.path.dirname(os.path.abspath(__file__))
failed = 0


def expect(holds, what, more=""):
    global failed
    print(("ok: " if holds else "FAILED: ") + what + (f"\n{more}" if more and not holds else ""), flush=True)
    failed += not holds


def output_of(*words, **options):
    return subprocess.run(words, capture_output=True, text=True, check=True, **options).stdout


def make_package(build, cpack, folder):
    """The package that cpack makes, under a mask that must not show in it."""
    made = subprocess.run([cpack, "--config", os.path.join(build, "CPackConfig.cmake"), "-B", folder], capture_output=True, text=True,
                          umask=0o077, env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}, check=False)
    found = glob.glob(os.path.join(folder, "*.deb"))
    expect(made.returncode == 0 and len(found) == 1, f"cpack makes one package in {os.path.basename(folder)}", made.stdout + made.stderr)
    return found[0]


# ---- content ------------------------------------------------------------------------------

def names_in(source, *pattern):
    found = [os.path.relpath(path, source) for path in glob.glob(os.path.join(source, *pattern), recursive=True)]
    assert found, pattern
    return [path for path in found if not os.path.isdir(os.path.join(source, path))]


def configuration_of(build):
    with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as file:
        return re.search(r"^CMAKE_BUILD_TYPE:STRING=(.*)$", file.read(), re.M).group(1).lower()


def wanted_files(source, build, triplet):
    lib, doc = f"usr/lib/{triplet}", "usr/share/doc/nammo"
    wanted = {"usr/bin/nammo", "usr/lib/nammo/mail-output", f"{lib}/libnammo.a", f"{lib}/pkgconfig/nammo.pc",
              "usr/share/bash-completion/completions/nammo", "usr/share/zsh/vendor-completions/_nammo",
              "usr/share/fish/vendor_completions.d/nammo.fish", f"{doc}/README.md", f"{doc}/copyright", f"{doc}/changelog.gz",
              f"{doc}/changelog.Debian.gz", f"{doc}/examples/cron/crontab"}
    for name in ("libraries", "nammoConfig", "nammoConfigVersion", "nammoTargets", f"nammoTargets-{configuration_of(build)}"):
        wanted.add(f"{lib}/cmake/nammo/{name}.cmake")
    wanted |= {"usr/" + name for name in names_in(source, "include", "nammo", "*")}
    wanted |= {"usr/share/nammo/" + name for name in names_in(source, "schemas", "*")}
    wanted |= {f"usr/share/man/man{name[-1]}/{os.path.basename(name)}.gz" for name in names_in(source, "man", "*.[1-9]")}
    wanted |= {f"{doc}/{name}" for name in names_in(source, "examples", "systemd", "nammo-*")}
    store = names_in(source, "examples", "thuan-thanh", "**", "*")
    return wanted | {f"{doc}/{name}" for name in store if "/schemas/" not in name}


def check_content(package, source, build, root):
    """Files, owners and rights; what is compressed; no trace of the folders in which it was made."""
    found = {}
    for line in output_of("dpkg-deb", "-c", package).splitlines():
        rights, owner, _, _, _, path = line.split(None, 5)
        found[path.removeprefix("./")] = (rights, owner)
    wanted = wanted_files(source, build, output_of("dpkg-architecture", "-qDEB_HOST_MULTIARCH").strip())
    files = {path for path in found if not path.endswith("/") and path}
    expect(files == wanted, f"the package holds the {len(wanted)} files that it should",
           "\n".join([f"missing: {path}" for path in sorted(wanted - files)] + [f"not meant: {path}" for path in sorted(files - wanted)]))
    programs = {"usr/bin/nammo", "usr/lib/nammo/mail-output"}
    odd = [f"{path}: {rights} {owner}" for path, (rights, owner) in found.items() if owner != "root/root" or rights !=
           ("drwxr-xr-x" if path.endswith("/") or not path else "-rwxr-xr-x" if path in programs else "-rw-r--r--")]
    expect(not odd, "all belongs to root and can be read by everyone", "\n".join(odd))
    subprocess.run(["dpkg-deb", "-x", package, root], check=True)
    traces = subprocess.run(["grep", "-rlF", source, root], capture_output=True, text=True, check=False).stdout
    expect(not traces, "nothing in it names the source tree", traces)


def check_control(package, source, root):
    fields = {name: output_of("dpkg-deb", "-f", package, name).strip() for name in
              ("Package", "Version", "Section", "Depends", "Recommends", "Suggests", "Maintainer", "Description", "Installed-Size")}
    project = re.search(r"project\(nammo VERSION (\S+)", open(os.path.join(source, "CMakeLists.txt"), encoding="utf-8").read()).group(1)
    expect((fields["Package"], fields["Section"]) == ("nammo", "text") and fields["Version"].startswith(project + "-"), "name and version",
           str(fields))
    depends = {re.split(r"[ :(]", part.strip())[0] for part in fields["Depends"].split(",")}
    needed = re.findall(r"NEEDED\s+(\S+)", output_of("objdump", "-p", os.path.join(root, "usr/bin/nammo")))
    owners = {owner_of(library) for library in needed}
    expect(len(owners) > 8 and depends >= owners | {"tzdata"}, "it depends on the package of every library that the program needs, and on tzdata",
           f"{fields['Depends']}\n{sorted(owners - depends)}")
    expect({"pandoc", "git"} <= set(fields["Recommends"].split(", ")), "it recommends what makes Word files and hooks", fields["Recommends"])
    expect("libfmt-dev" in fields["Suggests"] and "mail-transport-agent" in fields["Suggests"], "it suggests what the library links, and mail",
           fields["Suggests"])
    expect(len(fields["Description"].splitlines()) > 5 and "<" in fields["Maintainer"], "it says what it is and who makes it", str(fields))


def owner_of(library):
    """The package that has the library of the run-time linker; in /usr/lib or /lib, which are one."""
    paths = re.findall(rf"{re.escape(library)} .*=> (\S+)", output_of("/sbin/ldconfig", "-p"))
    for path in paths + [path.removeprefix("/usr") for path in paths] + ["/usr" + path for path in paths]:
        found = subprocess.run(["dpkg", "-S", path], capture_output=True, text=True, check=False)
        if found.returncode == 0:
            return found.stdout.split(":")[0]
    return f"nobody has {library}"


def without_archive(package, root, folder):
    """The package without libnammo.a, of which lintian would read every member for minutes."""
    bare = shutil.copytree(root, os.path.join(folder, "bare"))
    subprocess.run(["dpkg-deb", "-e", package, os.path.join(bare, "DEBIAN")], check=True)
    for path in glob.glob(os.path.join(bare, "usr/lib/*/libnammo.a")):
        os.remove(path)
    sums = os.path.join(bare, "DEBIAN", "md5sums")
    with open(sums, encoding="utf-8") as file:
        kept = [line for line in file if not line.endswith("/libnammo.a\n")]
    with open(sums, "w", encoding="utf-8") as file:
        file.writelines(kept)
    made = os.path.join(folder, os.path.basename(package))
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "-z1", "-b", bare, made], check=True, capture_output=True)
    return made


def check_lintian(package):
    # It is no upload to Debian, which a request for packaging would precede.
    words = ["lintian", "--fail-on", "error,warning", "--suppress-tags", "initial-upload-closes-no-bugs", "--tag-display-limit", "0", "-i"]
    said = subprocess.run([*words, *["--allow-root"] * (os.geteuid() == 0), package], capture_output=True, text=True, check=False)
    expect(said.returncode == 0, "lintian has neither error nor warning", said.stdout + said.stderr)


# ---- installed ----------------------------------------------------------------------------

def check_installed(package, source, build, work):
    given = os.path.join(work, "given")
    os.makedirs(given)
    shutil.copy(package, given)
    shutil.copy(os.path.join(FOLDER, "installed.sh"), given)
    shutil.copytree(os.path.join(FOLDER, "consumer"), os.path.join(given, "consumer"))
    done = subprocess.run(["sh", os.path.join(FOLDER, "in_a_root.sh"), given, "installed.sh", source, build], check=False)
    if done.returncode != SKIPPED:
        expect(done.returncode == 0, "the package works where there is no source tree")
    return done.returncode


def main(source, build, cpack):
    with tempfile.TemporaryDirectory() as work:
        os.chmod(work, 0o755)
        package = make_package(build, cpack, os.path.join(work, "first"))
        again = make_package(build, cpack, os.path.join(work, "second"))
        same = open(package, "rb").read() == open(again, "rb").read()
        expect(same, "made a second time it is the same, byte by byte")
        root = os.path.join(work, "root")
        check_content(package, source, build, root)
        check_control(package, source, root)
        check_lintian(without_archive(package, root, work))
        installed = check_installed(package, source, build, work)
    return 1 if failed else installed


if __name__ == "__main__":
    sys.exit(main(os.path.realpath(sys.argv[1]), os.path.realpath(sys.argv[2]), sys.argv[3]))
