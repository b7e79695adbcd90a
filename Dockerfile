# syntax=docker/dockerfile:1
# Sendwell in a container: pages built with Node, packages installed from the lock file, run as nobody in particular.
# Give images with a digest where you know them: --build-arg PYTHON_IMAGE=python:3.11-slim-bookworm@sha256:...
ARG NODE_IMAGE=node:20-bookworm-slim
ARG PYTHON_IMAGE=python:3.11-slim-bookworm

FROM ${NODE_IMAGE} AS pages
WORKDIR /build/addin-ui
COPY addin-ui/package.json addin-ui/package-lock.json addin-ui/.npmrc ./
RUN npm ci --no-audit --no-fund
COPY addin-ui ./
RUN npm run build

FROM ${PYTHON_IMAGE} AS packages
WORKDIR /sendwell
RUN python -m venv .venv
COPY requirements.lock ./
RUN .venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY pyproject.toml README.md ./
COPY app app
RUN .venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation -e .

FROM ${PYTHON_IMAGE}
RUN useradd --system --uid 10001 --home-dir /sendwell sendwell && install -d -m 700 -o sendwell /data
WORKDIR /sendwell
COPY --from=packages /sendwell /sendwell
COPY nlp_models/mail/package nlp_models/mail/package
COPY nlp_models/meaning/package nlp_models/meaning/package
COPY manifest manifest
COPY --from=pages /build/addin-ui/dist addin-ui/dist
USER sendwell
ENV PATH=/sendwell/.venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 \
    SENDWELL_DATA=/data SENDWELL_HOST=0.0.0.0
# Others can reach the container, so it starts only where people sign in: set SENDWELL_SIGN_IN and what it needs
# (docs/settings.md). TLS ends at a proxy in front of it; name that one in FORWARDED_ALLOW_IPS when it is another container.
# It writes to /data only: docker run --read-only --tmpfs /tmp --cap-drop ALL --security-opt no-new-privileges.
VOLUME /data
EXPOSE 8800
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8800/readyz', timeout=4)"]
CMD ["sendwell", "serve"]
