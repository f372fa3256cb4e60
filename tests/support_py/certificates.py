# SPDX-License-Identifier: Apache-2.0
"""A certificate authority for one test: made by openssl in a folder, gone with it."""
import os
import subprocess


class Authority:
    def __init__(self, folder, name="Lotse test authority"):
        self.folder = folder
        os.makedirs(folder, exist_ok=True)
        self.file = os.path.join(folder, "authority.pem")
        self.key = os.path.join(folder, "authority.key")
        run("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=" + name, "-keyout", self.key, "-out", self.file)

    def issue(self, *names):
        """(certificate file, key file) for these subject alternative names, "DNS:localhost", "IP:127.0.0.1"."""
        base = os.path.join(self.folder, f"server-{len(os.listdir(self.folder))}")
        request, extra = base + ".csr", base + ".ext"
        with open(extra, "w", encoding="utf-8") as out:
            out.write("subjectAltName=" + ",".join(names) + "\n")
        run("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=server",
            "-keyout", base + ".key", "-out", request)
        run("x509", "-req", "-days", "2", "-in", request, "-CA", self.file, "-CAkey", self.key, "-CAcreateserial",
            "-extfile", extra, "-out", base + ".pem")
        return base + ".pem", base + ".key"


def run(*words):
    done = subprocess.run(["openssl", *words], capture_output=True, check=False)
    if done.returncode != 0:
        raise RuntimeError(f"openssl {words[0]}: {done.stderr.decode('utf-8', 'replace')[-500:]}")
