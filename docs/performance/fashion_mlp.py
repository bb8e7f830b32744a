#!/usr/bin/env python3
"""Trains fashion-mlp in PyTorch with the reference implementation of MoMo (momo-opt), and times it.

The same run as `./momo run examples/fashion-mlp.yaml` makes for `momo`, lr 1, a known bound: perceptron 784-100-100-10, ReLU, batches
of 128, the last incomplete one dropped, ten epochs, after each of which the loss on 10,000 training images and loss and accuracy on the
10,000 of validation are computed. Images lie in one tensor, normalised before the clock starts; an epoch takes batches from it by a
permutation, which is the fastest way that PyTorch has (a DataLoader takes several times as long).

    python fashion_mlp.py DIR [--threads 1] [--epochs 10] [--lr 1]

DIR holds the four files of Fashion-MNIST, compressed or not. Needs torch, numpy and momo-opt.
"""

import argparse
import gzip
import pathlib
import time

import numpy as np
import torch
from momo import Momo


def read(folder, name, header):
    for path in (folder / name, folder / (name + ".gz")):
        if path.exists():
            opened = gzip.open if path.suffix == ".gz" else open
            with opened(path, "rb") as file:
                return np.frombuffer(file.read()[header:], dtype=np.uint8)
    raise SystemExit(f"{folder} has neither {name} nor {name}.gz")


def images(folder, name):
    pixels = read(folder, name, 16).astype(np.float32).reshape(-1, 784)
    return torch.from_numpy((pixels / 255 - 0.2860) / 0.3530)


def labels(folder, name):
    return torch.from_numpy(read(folder, name, 8).astype(np.int64))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--epochs", type=int, default=10)
    parser.add_argument("--lr", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    torch.manual_seed(arguments.seed)

    x, y = images(arguments.folder, "train-images-idx3-ubyte"), labels(arguments.folder, "train-labels-idx1-ubyte")
    vx, vy = images(arguments.folder, "t10k-images-idx3-ubyte"), labels(arguments.folder, "t10k-labels-idx1-ubyte")
    net = torch.nn.Sequential(torch.nn.Linear(784, 100), torch.nn.ReLU(), torch.nn.Linear(100, 100), torch.nn.ReLU(),
                              torch.nn.Linear(100, 10))
    loss_of = torch.nn.CrossEntropyLoss()
    optimizer = Momo(net.parameters(), lr=arguments.lr)

    def evaluate(inputs, targets):
        net.eval()
        with torch.no_grad():
            out = net(inputs)
            result = loss_of(out, targets).item(), (out.argmax(1) == targets).float().mean().item()
        net.train()
        return result

    batch = 128
    begun = time.perf_counter()
    for _ in range(arguments.epochs):
        order = torch.randperm(len(x))
        for i in range(len(x) // batch):
            at = order[i * batch:(i + 1) * batch]
            optimizer.zero_grad()
            loss = loss_of(net(x[at]), y[at])
            loss.backward()
            optimizer.step(loss=loss)
        train_loss, _ = evaluate(x[:10000], y[:10000])
        val_loss, val_accuracy = evaluate(vx, vy)
    seconds = time.perf_counter() - begun
    print(f"threads {arguments.threads}: {seconds:.2f} s, train_loss {train_loss:.4f}, val_loss {val_loss:.4f}, "
          f"val_accuracy {val_accuracy:.4f}")


if __name__ == "__main__":
    main()
