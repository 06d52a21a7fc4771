"""A command that is stopped says so in Dutch, and how to go on."""

import os
import signal

import pytest
from typer.testing import CliRunner

from orchestration.cli import app


def roep(*argumenten):
    return CliRunner().invoke(app, [str(argument) for argument in argumenten])


def test_being_stopped_is_told_in_dutch_and_says_how_to_go_on(tmp_path, monkeypatch):
    def stop(*_):
        os.kill(os.getpid(), signal.SIGTERM)
        raise AssertionError("the signal did not stop it")

    monkeypatch.setattr("orchestration.cli.doctor.run_doctor", stop)
    eerder = signal.getsignal(signal.SIGTERM)
    uitkomst = roep("doctor", "--home", tmp_path)
    assert uitkomst.exit_code == 143
    assert "Gestopt" in uitkomst.stderr and "Er is niets verloren" in uitkomst.stderr
    assert "opnieuw om verder te gaan" in " ".join(uitkomst.stderr.split())
    assert "Traceback" not in uitkomst.output
    assert signal.getsignal(signal.SIGTERM) is eerder


@pytest.fixture
def hoort_ctrl_c():
    """Tests that a shell starts in the background do not hear Ctrl+C, unless they ask to."""
    eerder = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, eerder)


@pytest.mark.usefixtures("hoort_ctrl_c")
def test_ctrl_c_is_not_taken_for_a_request_to_stop(tmp_path, monkeypatch):
    def stop(*_):
        os.kill(os.getpid(), signal.SIGINT)
        raise AssertionError("the signal did not stop it")

    monkeypatch.setattr("orchestration.cli.doctor.run_doctor", stop)
    uitkomst = roep("doctor", "--home", tmp_path)
    assert uitkomst.exit_code == 130
    assert "Afgebroken" in uitkomst.stderr
