"""Records what other implementations make of fixed losses and gradients, in float64: classical.csv, which ClassicalMethodsTest and
PolyakMethodsTest replay.

    python classical.py SPS.py PROXSPS.py ALIG.py > classical.csv      (with torch and optax; classical.csv names their versions)

The arguments are the authors' own files: sps/sps.py of github.com/IssamLaradji/sps, sps/sps.py of github.com/fabian-sp/ProxSPS
and alig/th/alig.py of github.com/oval-group/ali-g.

A line: name, then what it holds ("gradient" k, "loss" k, "bound" k, or "params" after step k), then its numbers. Losses, gradients
and lower bounds are the same for all.
"""

import importlib.util
import math
import os
import sys
import warnings

os.environ["JAX_PLATFORMS"] = "cpu"
warnings.simplefilter("ignore")

import jax

jax.config.update("jax_enable_x64", True)
import jax.numpy as jnp
import optax
import torch

STEPS = 20
START = [1.0, -2.0, 3.0, 0.5, -0.5]


def gradient(k):
    """Sizes from 1e-3 to 10, changing signs, and a gradient that vanishes now and then."""
    scale = [1.0, 1e-3, 10.0, 0.1, 1.0]
    g = [s * math.sin(1.7 * k + 2.3 * i * i) for i, s in enumerate(scale)]
    if k % 3 == 0:
        g[4] = 0.0
    return g


def loss(k):
    """From 1 to 5."""
    return 3 + 2 * math.sin(0.9 * k)


def bound(k):
    """From -1 to 1, but above the loss at the fifth step."""
    return 6.0 if k == 5 else math.cos(1.3 * k)


def line(name, what, k, values):
    print(",".join([name, what, str(k)] + [float(v).hex() for v in values]))


def with_torch(name, make, step=lambda optimizer, k: optimizer.step()):
    x = torch.nn.Parameter(torch.tensor(START, dtype=torch.float64))
    optimizer = make([x])
    for k in range(1, STEPS + 1):
        x.grad = torch.tensor(gradient(k), dtype=torch.float64)
        step(optimizer, k)
        line(name, "params", k, x.detach().tolist())


def with_optax(name, transform, **extra):
    transform = optax.with_extra_args_support(transform)
    x = jnp.array(START, dtype=jnp.float64)
    state = transform.init(x)
    for k in range(1, STEPS + 1):
        g = jnp.array(gradient(k), dtype=jnp.float64)
        updates, state = transform.update(g, state, x, value=jnp.float64(loss(k)))
        x = optax.apply_updates(x, updates)
        line(name, "params", k, x.tolist())


def load(path):
    spec = importlib.util.spec_from_file_location("authors" + str(len(sys.modules)), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def tensor(value):
    return torch.tensor(value, dtype=torch.float64)


def projection(x, radius):
    def project():
        with torch.no_grad():
            norm = x[0].norm()
            if norm > radius:
                x[0] *= radius / norm

    return project


Sps = load(sys.argv[1]).Sps
ProxSps = load(sys.argv[2]).SPS
AliG = load(sys.argv[3]).AliG

print(f"# torch {torch.__version__}, optax {optax.__version__}, jax {jax.__version__}")
for k in range(1, STEPS + 1):
    line("all", "gradient", k, gradient(k))
    line("all", "loss", k, [loss(k)])
    line("all", "bound", k, [bound(k)])
with_torch("sgd", lambda x: torch.optim.SGD(x, lr=0.01, weight_decay=0.05))
with_torch("nesterov", lambda x: torch.optim.SGD(x, lr=0.01, momentum=0.9, nesterov=True, weight_decay=0.05))
with_torch("adamw", lambda x: torch.optim.AdamW(x, lr=0.01, betas=(0.9, 0.99), eps=1e-8, weight_decay=0.05))
with_optax("lion", optax.lion(0.01, b1=0.9, b2=0.99, weight_decay=0.05))
with_optax("polyak", optax.polyak_sgd(max_learning_rate=math.inf, f_min=0.25))
with_torch(
    "sps-max",
    lambda x: Sps(x, c=0.5, eta_max=0.1, adapt_flag="constant", fstar_flag=True, eps=0.0),
    lambda optimizer, k: optimizer.step(loss=tensor(loss(k)), batch={"meta": {"fstar": tensor([bound(k)])}}),
)
with_torch(
    "sps-max-decay",
    lambda x: ProxSps(x, lr=0.1, weight_decay=0.05, fstar=0.25, prox=False),
    lambda optimizer, k: optimizer.step(loss=tensor(loss(k))),
)
with_torch(
    "prox-sps",
    lambda x: ProxSps(x, lr=0.1, weight_decay=0.05, fstar=0.25, prox=True),
    lambda optimizer, k: optimizer.step(loss=tensor(loss(k))),
)
with_torch(
    "ali-g",
    lambda x: AliG(x, max_lr=0.1, momentum=0.9, eps=1e-2, projection_fn=projection(x, 4.0)),
    lambda optimizer, k: optimizer.step(lambda: loss(k)),
)
