using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Agency.Adapter.Telemetry;

namespace Agency.Adapter.Tests.Kit;

/// <summary>What one adapter counts, as an exporter takes it: sums of counters, counts of histograms, last values of gauges.</summary>
internal sealed class MeterWatch : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, double> values = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, string?> published = new(StringComparer.Ordinal);

    public MeterWatch(IServiceProvider adapter)
    {
        var own = adapter.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, listening) =>
        {
            if (instrument.Meter.Name == AdapterMetrics.MeterName && instrument.Meter.Scope == own)
            {
                published[instrument.Name] = instrument.Unit;
                listening.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Note(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Names of everything that can be counted.</summary>
    public IEnumerable<string> Names => published.Keys;

    /// <summary>Names of what was counted.</summary>
    public IEnumerable<string> Seen => values.Keys.Select(key => key.Split('{')[0]).Distinct();

    /// <summary>The value of <c>name{tag=value,...}</c>, tags by name; 0 when nothing was counted.</summary>
    public double this[string key]
    {
        get
        {
            listener.RecordObservableInstruments();
            return values.GetValueOrDefault("axis.adapter." + key);
        }
    }

    public Task CountsAsync(string key, double value = 1) => Wait.UntilAsync(() => this[key] == value, $"{key} is {value}");

    public void Dispose() => listener.Dispose();

    private void Note(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var with = new SortedDictionary<string, object?>(StringComparer.Ordinal);
        foreach (var tag in tags)
        {
            with.Add(tag.Key, tag.Value);
        }

        var key = instrument.Name + (with.Count == 0 ? "" : "{" + string.Join(',', with.Select(tag => $"{tag.Key}={tag.Value}")) + "}");
        if (instrument.IsObservable)
        {
            values[key] = value;
        }
        else
        {
            values.AddOrUpdate(key, instrument is Histogram<double> ? 1 : value, (_, before) => before + (instrument is Histogram<double> ? 1 : value));
        }
    }
}
