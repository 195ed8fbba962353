"""What a socket made as Streamlit makes its own accepts sends at once; others are let be."""

import socket

from dashboard.web.at_once import send_at_once


def no_delay(one: socket.socket) -> bool:
    return bool(one.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY))


def test_what_a_listening_socket_accepts_sends_at_once():
    with (
        socket.socket(family=socket.AF_INET) as listening,
        socket.socket() as idle,
        socket.socket() as closed,
    ):
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        closed.close()
        assert send_at_once() >= 1
        with socket.create_connection(listening.getsockname()) as caller:
            accepted, _ = listening.accept()
            with accepted:
                assert no_delay(accepted)
                assert not no_delay(caller)
        assert not no_delay(idle)
