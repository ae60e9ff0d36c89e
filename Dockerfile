# crossfoot with the pins that its tests ran on. Build it at the root of the project: docker build --tag crossfoot .
FROM python:3.13-slim AS build
WORKDIR /src
COPY requirements.txt .
COPY deploy/requirements.txt deploy/
RUN awk '/^[a-z0-9]/ {keep = ($1 ~ /^uv(-build)?==/)} keep' requirements.txt > uv.txt \
    && python -m pip install --no-cache-dir --require-hashes --no-deps -r uv.txt \
    && python -m venv /opt/crossfoot \
    && uv pip install --python /opt/crossfoot/bin/python --compile-bytecode --require-hashes -r deploy/requirements.txt
COPY . .
RUN /opt/crossfoot/bin/python -m claims.yaml_files \
    && uv build --quiet --wheel --no-build-isolation --python "$(command -v python)" --out-dir /dist . \
    && uv pip install --python /opt/crossfoot/bin/python --no-deps --compile-bytecode /dist/*.whl

FROM python:3.13-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --uid 10001 --create-home crossfoot \
    && install -d -o crossfoot -g crossfoot -m 0750 /report /prefect
COPY --from=build /opt/crossfoot /opt/crossfoot
ENV PATH=/opt/crossfoot/bin:$PATH \
    DO_NOT_TRACK=1 \
    PREFECT_SERVER_ANALYTICS_ENABLED=false \
    GX_ANALYTICS_ENABLED=false
USER crossfoot
WORKDIR /report
# No entry point: a worker of Prefect's starts its runs by a command of its own.
CMD ["crossfoot", "serve", "--inbox", "/letters", "--out", "/report", "--log-format", "json"]
