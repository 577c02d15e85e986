"""The tests' own servers are the real ones."""

from collections.abc import Callable

import psycopg
from redis import Redis


def make_table(url: str) -> None:
    with psycopg.connect(url) as connection:
        connection.execute("CREATE TABLE visit (place text)")


def test_each_test_has_an_empty_database(postgres_database: str) -> None:
    make_table(postgres_database)
    with psycopg.connect(postgres_database) as connection:
        assert connection.execute("SELECT count(*) FROM visit").fetchone() == (0,)


def test_a_copy_has_the_tables_of_the_template(migrated_postgres: Callable[[Callable[[str], None]], str]) -> None:
    first, second = migrated_postgres(make_table), migrated_postgres(make_table)
    with psycopg.connect(first) as connection:
        connection.execute("INSERT INTO visit VALUES ('Acme')")
    with psycopg.connect(second) as connection:
        assert connection.execute("SELECT count(*) FROM visit").fetchone() == (0,)


def test_redis_is_reached_by_its_address(redis_url: str) -> None:
    with Redis.from_url(redis_url) as server:
        assert server.dbsize() == 0
        assert server.set("a", "b")


def test_the_embedded_broker_keeps_what_it_is_given(embedded_broker_url: str) -> None:
    with Redis.from_url(embedded_broker_url, decode_responses=True) as server:
        assert server.config_get("appendonly") == {"appendonly": "yes"}
        assert server.config_get("maxmemory-policy") == {"maxmemory-policy": "noeviction"}
        assert server.config_get("port") == {"port": "0"}
