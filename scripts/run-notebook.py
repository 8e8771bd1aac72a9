"""Runs the cells of a notebook from top to bottom and writes it with their outputs: run-notebook.py IN OUT [SECONDS].

In place of `jupyter nbconvert --execute`, which drops what a kernel sends after it says that it is idle; the kernel of
Deno may send the value of a cell then. Ends with 1 and the cell's error where a cell fails.
"""

import queue
import sys
import time

import nbformat
from jupyter_client.manager import start_new_kernel

QUIET = 1.0  # seconds of silence after which a cell is taken to be done


def run_cell(client, cell, expected, timeout):
    """The outputs of a cell: until it is idle and silent, and longer while fewer came than are on record.

    Pieces of one stream come one by one, so the number of outputs alone does not say that all is there.
    """
    request = client.execute(cell.source)
    outputs, idle, last = [], False, time.monotonic()
    start = last
    while time.monotonic() - start < timeout:
        try:
            message = client.get_iopub_msg(timeout=0.1)
        except queue.Empty:
            if idle and time.monotonic() - last > (10 * QUIET if len(outputs) < expected else QUIET):
                return outputs
            continue
        if message["parent_header"].get("msg_id") != request:
            continue
        last = time.monotonic()
        kind, content = message["msg_type"], message["content"]
        if kind == "status":
            idle = idle or content["execution_state"] == "idle"
        elif kind in ("stream", "display_data", "execute_result", "error"):
            output = nbformat.v4.output_from_msg(message)
            if kind == "stream" and outputs and outputs[-1].output_type == "stream":
                outputs[-1].text += output.text
            else:
                outputs.append(output)
            if kind == "error":
                return outputs
    raise TimeoutError(f"a cell took longer than {timeout} seconds:\n{cell.source}")


def main(source, target, timeout="120"):
    notebook = nbformat.read(source, as_version=4)
    manager, client = start_new_kernel(kernel_name=notebook.metadata.kernelspec.name)
    try:
        count = 0
        for cell in notebook.cells:
            if cell.cell_type != "code":
                continue
            count += 1
            cell.outputs = run_cell(client, cell, len(cell.outputs), float(timeout))
            cell.execution_count = count
            for output in cell.outputs:
                if "execution_count" in output:
                    output.execution_count = count
                if output.output_type == "error":
                    print(f"cell {count}: {output.ename}: {output.evalue}\n{cell.source}", file=sys.stderr)
                    return 1
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    nbformat.write(notebook, target)
    return 0


sys.exit(main(*sys.argv[1:]))
