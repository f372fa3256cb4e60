# SPDX-License-Identifier: Apache-2.0
"""A real Dovecot on loopback with its own configuration and Maildirs, thrown away afterwards."""
import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "support_py"))
from quiet_port import quiet_port  # noqa: E402

CONFIG = """
base_dir = {root}/run
state_dir = {root}/run
protocols = imap
listen = 127.0.0.1
log_path = {root}/dovecot.log
disable_plaintext_auth = no
auth_mechanisms = {mechanisms}
mail_location = maildir:{root}/mail/%u
mail_max_userip_connections = 50
default_login_user = {login}
default_internal_user = {internal}
first_valid_uid = 1
{tls}{oauth}passdb {{
  driver = static
  mechanisms = plain login
  args = password=secret-of-%u
}}
userdb {{
  driver = static
  args = uid={uid} gid={gid} home={root}/mail/%u
}}
service imap-login {{
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {imaps_port}
    ssl = yes
  }}
  chroot =
}}
service anvil {{
  chroot =
}}
namespace inbox {{
  inbox = yes
}}
"""


TLS = """ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
"""

OAUTH = """passdb {{
  driver = oauth2
  mechanisms = xoauth2
  args = {root}/oauth2.conf
}}
"""

# Who a token belongs to, and whether it still counts, is asked of the server that made it (RFC 7662).
OAUTH_CONFIG = """introspection_mode = post
introspection_url = http://127.0.0.1:{port}/introspect
username_attribute = email
active_attribute = active
active_value = true
"""


def below(pid):
    """A process and all that it has started, and those have: the innermost first."""
    parents = {}
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/stat", encoding="ascii", errors="replace") as file:
                parents[int(name)] = int(file.read().rsplit(")", 1)[1].split()[1])
        except (OSError, ValueError):
            continue  # no process, or one that has ended meanwhile
    out = [pid]
    for one in out:
        out += [child for child, parent in parents.items() if parent == one]
    return out[::-1]


class Dovecot:
    """certificate: (file, key) for imaps on `tls_port` and STARTTLS on `port`; oauth_port: of the token server."""

    def __init__(self, certificate=None, oauth_port=None):
        self.root = tempfile.mkdtemp(prefix="lotse-dovecot-")
        os.chmod(self.root, 0o755)
        self.port = quiet_port()
        self.tls_port = quiet_port() if certificate else 0
        user = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        names = [u for u in ("dovenull", "dovecot") if any(p.pw_name == u for p in pwd.getpwall())]
        login, internal = (names + ["nobody", "nobody"])[:2] if os.getuid() == 0 else (user.pw_name, user.pw_name)
        os.makedirs(os.path.join(self.root, "mail"))
        os.chown(os.path.join(self.root, "mail"), user.pw_uid, user.pw_gid)
        self.uid, self.gid = user.pw_uid, user.pw_gid
        self.config = os.path.join(self.root, "dovecot.conf")
        tls = TLS.format(certificate=certificate[0], key=certificate[1]) if certificate else "ssl = no\n"
        oauth = OAUTH.format(root=self.root) if oauth_port else ""
        if oauth_port:
            with open(os.path.join(self.root, "oauth2.conf"), "w", encoding="utf-8") as out:
                out.write(OAUTH_CONFIG.format(port=oauth_port))
        with open(self.config, "w", encoding="utf-8") as out:
            out.write(CONFIG.format(root=self.root, port=self.port, login=login, internal=internal, uid=user.pw_uid,
                                    gid=user.pw_gid, tls=tls, oauth=oauth, imaps_port=self.tls_port,
                                    mechanisms="plain login" + (" xoauth2" if oauth_port else "")))
        self.process = None

    def start(self):
        program = shutil.which("dovecot") or "/usr/sbin/dovecot"
        self.process = subprocess.Popen([program, "-F", "-c", self.config], stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL, start_new_session=True)
        until = time.monotonic() + 90
        while time.monotonic() < until:
            try:
                with socket.create_connection(("127.0.0.1", self.port), 1) as probe:
                    if probe.recv(4).startswith(b"* OK"):
                        return self
            except OSError:
                time.sleep(0.1)
        raise RuntimeError("Dovecot did not start: " + self.log())

    def log(self):
        try:
            with open(os.path.join(self.root, "dovecot.log"), encoding="utf-8", errors="replace") as log:
                return log.read()[-2000:]
        except OSError:
            return ""

    def kill(self):
        """At once, with every process that serves a client."""
        if self.process:
            self.process.send_signal(signal.SIGSTOP)  # so that it starts no more
            for pid in below(self.process.pid):
                try:
                    os.kill(pid, signal.SIGKILL)
                except ProcessLookupError:
                    pass
            self.process.wait()
            self.process = None

    def deliver(self, user, name, data):
        folder = os.path.join(self.root, "mail", user)
        for part in ("", "new", "cur", "tmp"):
            path = os.path.join(folder, part)
            if not os.path.isdir(path):
                os.makedirs(path)
                os.chown(path, self.uid, self.gid)
        path = os.path.join(folder, "tmp", name)
        with open(path, "wb") as out:
            out.write(data)
        os.chown(path, self.uid, self.gid)
        os.rename(path, os.path.join(folder, "new", name))

    def seen(self, user):
        cur = os.path.join(self.root, "mail", user, "cur")
        return len([n for n in os.listdir(cur) if "S" in n.rsplit(":2,", 1)[-1]]) if os.path.isdir(cur) else 0

    def renumber(self, user):
        """A new UIDVALIDITY: the server forgets how it had numbered the folder."""
        folder = os.path.join(self.root, "mail", user)
        for name in os.listdir(folder):
            if name.startswith("dovecot"):
                path = os.path.join(folder, name)
                shutil.rmtree(path) if os.path.isdir(path) else os.remove(path)

    def close(self):
        self.kill()
        shutil.rmtree(self.root, ignore_errors=True)
