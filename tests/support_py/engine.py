# SPDX-License-Identifier: Apache-2.0
"""The database of a suite: SQLite in the data folder, or with LOTSE_TEST_ENGINE=postgres a fresh PostgreSQL database for
each data folder, made by the superuser of LOTSE_TEST_POSTGRES_ADMIN for the ordinary owner of LOTSE_TEST_POSTGRES."""
import contextlib
import os
import sqlite3
import subprocess
import urllib.parse
import uuid


def is_postgres():
    return os.environ.get("LOTSE_TEST_ENGINE", "sqlite") == "postgres"


class Database:
    def __init__(self):
        self.name = self.url = None
        if not is_postgres():
            return
        owner = urllib.parse.urlsplit(os.environ["LOTSE_TEST_POSTGRES"])
        self.name = "lotse_" + uuid.uuid4().hex
        self.url = owner._replace(path="/" + self.name).geturl()
        as_superuser(f"create database {self.name} owner {owner.username}")

    def words(self):
        """What `lotse` is told beside --data."""
        return ["--database", self.url] if self.url else []

    def number(self, sql, folder):
        """The one number that a query gives; {t_} stands before the names of tables, which are views on SQLite."""
        if not self.url:
            with contextlib.closing(sqlite3.connect(f"file:{folder}/lotse.db?mode=ro", uri=True)) as connection:
                return connection.execute(sql.format(t_="t_")).fetchone()[0]
        sql = sql.format(t_="")
        done = subprocess.run(["psql", "-XAtq", "-v", "ON_ERROR_STOP=1", "-d", self.as_admin(), "-c", sql],
                              capture_output=True, text=True, check=True)
        return int(done.stdout)

    def as_admin(self):
        return urllib.parse.urlsplit(os.environ["LOTSE_TEST_POSTGRES_ADMIN"])._replace(path="/" + self.name).geturl()

    def close(self):
        if self.name:
            as_superuser(f"drop database if exists {self.name} with (force)")
            self.name = self.url = None


def as_superuser(sql):
    subprocess.run(["psql", "-Xq", "-v", "ON_ERROR_STOP=1", "-d", os.environ["LOTSE_TEST_POSTGRES_ADMIN"], "-c", sql],
                   check=True, stdout=subprocess.DEVNULL)
