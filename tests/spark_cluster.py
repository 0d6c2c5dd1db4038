"""A standalone Spark cluster on this machine: a master and some workers, each a process of its own that can be killed."""
import ctypes
import os
import pathlib
import re
import shutil
import signal
import socket
import subprocess
import sys
import time

_PATIENCE = 300  # seconds
_SHORT_LIVED = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # what a JVM that lives for a test had better not do


def why_not():
    """What is missing for Spark, in words; nothing where all is there."""
    if shutil.which("java") is None:
        return "Java is not installed (Debian: openjdk-17-jre-headless; ./set-up checks)"
    if shutil.which("ps") is None:
        return "ps is not installed (Debian: procps; ./set-up checks)"
    return None


def _end_with_parent():
    """So that nothing is left running where the test itself is killed."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Cluster:
    """`with Cluster(folder, package, workers=2) as cluster:`; `package` is the folder that has the built package in it."""

    def __init__(self, folder, package, workers=2, cores=1, memory="1g"):
        import pyspark

        self.folder = pathlib.Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self._spark = pathlib.Path(pyspark.__file__).parent
        self.environment = {**os.environ, "SPARK_HOME": str(self._spark), "SPARK_LOCAL_IP": "127.0.0.1", "PYTHONPATH": str(package),
                            "PYSPARK_PYTHON": sys.executable, "HEARSAY_CONFIG": "", "SPARK_DAEMON_JAVA_OPTS": _SHORT_LIVED, "SPARK_DAEMON_MEMORY": "256m"}
        self._port = _free_port()
        self.address = f"spark://127.0.0.1:{self._port}"
        self._count, self._cores, self._memory = workers, cores, memory
        self.master = None
        self.workers = []

    def __enter__(self):
        try:
            self.master = self._start("master.Master", "--host", "127.0.0.1", "--port", str(self._port), "--webui-port", "0", name="master")
            for number in range(self._count):
                self.start_worker(number)
            for number in range(self._count):
                self._wait(f"worker{number}", "Successfully registered")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        for process in [*self.workers, self.master]:
            if process is not None:
                self._end(process, signal.SIGTERM)

    def start_worker(self, number):
        self.workers.append(self._start("worker.Worker", "--cores", str(self._cores), "--memory", self._memory, "--webui-port", "0",
                                        "--work-dir", str(self.folder / f"work{number}"), self.address, name=f"worker{number}"))

    def kill_worker(self, number):
        """It and all it has started, at once."""
        self._end(self.workers[number], signal.SIGKILL)

    def session(self, **settings):
        from pyspark.sql import SparkSession

        os.environ.update(SPARK_HOME=str(self._spark), SPARK_LOCAL_IP="127.0.0.1", PYSPARK_PYTHON=sys.executable)
        wanted = {"spark.executorEnv.PYTHONPATH": self.environment["PYTHONPATH"], "spark.executorEnv.HEARSAY_CONFIG": "",
                  "spark.ui.enabled": "false", "spark.executor.extraJavaOptions": _SHORT_LIVED,
                  "spark.driver.extraJavaOptions": _SHORT_LIVED, "spark.ui.showConsoleProgress": "false", "spark.driver.host": "127.0.0.1", "spark.driver.bindAddress": "127.0.0.1",
                  "spark.sql.shuffle.partitions": "4", "spark.executor.memory": self._memory,
                  "spark.sql.execution.arrow.maxRecordsPerBatch": "1000", "spark.local.dir": str(self.folder / "local"), **settings}
        builder = SparkSession.builder.master(self.address).appName("hearsay")
        for key, value in wanted.items():
            builder = builder.config(key, value)
        session = builder.getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        return session

    def _start(self, main, *words, name):
        with open(self.folder / f"{name}.log", "wb") as log:
            return subprocess.Popen([self._spark / "bin" / "spark-class", f"org.apache.spark.deploy.{main}", *words], stdout=log,
                                    stderr=subprocess.STDOUT, env=self.environment, cwd=self.folder, start_new_session=True,
                                    preexec_fn=_end_with_parent)

    def _wait(self, name, words):
        log = self.folder / f"{name}.log"
        until = time.monotonic() + _PATIENCE
        while time.monotonic() < until:
            if re.search(words, log.read_text(errors="replace")):
                return
            time.sleep(0.1)
        raise RuntimeError(f"{name} did not start: {log.read_text(errors='replace')[-2000:]}")

    @staticmethod
    def _end(process, how):
        """With its whole process group, which its executors and their Pythons belong to."""
        if process.poll() is None:
            os.killpg(process.pid, how)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait(20)
