using System.Diagnostics;

namespace Axis.Contracts.Wire;

/// <summary>One step of a package in its trace, running until it is disposed; what ran around it is then current again.</summary>
public sealed class PackageStep : IDisposable
{
    private readonly Activity activity;
    private readonly Activity? around;

    internal PackageStep(Activity activity, Activity? around)
    {
        this.activity = activity;
        this.around = around;
    }

    /// <summary>Adds a tag: an id, a code or a count, never a body, a subject or a key.</summary>
    /// <param name="name">Its name, a constant.</param>
    /// <param name="value">Its value; <c>null</c> adds none.</param>
    public PackageStep Tag(string name, object? value)
    {
        activity.SetTag(name, value);
        return this;
    }

    /// <summary>Marks the step as failed.</summary>
    /// <param name="code">Code of the error catalogue, or a constant word.</param>
    public void Fail(string code) => activity.SetStatus(ActivityStatusCode.Error, code);

    /// <inheritdoc/>
    public void Dispose()
    {
        activity.Dispose();
        Activity.Current = around;
    }
}
