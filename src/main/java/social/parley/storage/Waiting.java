package social.parley.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Work in line for the threads that have the connections; once closed, it takes no more. */
final class Waiting<W> {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Queue<W> line = new ArrayDeque<>();
  private boolean closed;

  void add(W work) {
    lock.lock();
    try {
      if (closed) throw new IllegalStateException("the database is closed");
      line.add(work);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Waits for work and takes at most so much; nothing once closed and done. */
  List<W> take(int most) {
    List<W> taken = new ArrayList<>();
    lock.lock();
    try {
      while (line.isEmpty() && !closed) changed.awaitUninterruptibly();
      while (taken.size() < most && !line.isEmpty()) taken.add(line.remove());
      return taken;
    } finally {
      lock.unlock();
    }
  }

  int size() {
    lock.lock();
    try {
      return line.size();
    } finally {
      lock.unlock();
    }
  }

  void close() {
    lock.lock();
    try {
      closed = true;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
