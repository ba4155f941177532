using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Axis.TestKit;

/// <summary>What was logged, by number and text.</summary>
public sealed class ToldLines : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<(int Number, LogLevel Level, string Text)> lines = new();

    public IReadOnlyCollection<(int Number, LogLevel Level, string Text)> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue((eventId.Id, logLevel, formatter(state, exception)));

    public void Dispose()
    {
        // Nothing is held.
    }
}
