using System.Diagnostics;

namespace Axis.Benchmarks.Measuring;

/// <summary>A way of a document to f receivers and of their statuses back, in processes of its own.</summary>
internal interface IPath : IAsyncDisposable
{
    /// <summary>Name in the table.</summary>
    string Name { get; }

    /// <summary>Its processes beside the broker and this one, by what they are; several may share a name.</summary>
    IReadOnlyList<(string Role, Process Process)> Processes { get; }

    /// <summary>Called with the number of a document for each status of it that is back at the sender.</summary>
    Action<int>? Back { get; set; }

    /// <summary>The package that carries this number, made before anything is measured.</summary>
    byte[] Write(int number, Load load);

    /// <summary>Hands a package over; completes when the path has it.</summary>
    Task SubmitAsync(int number, byte[] package);
}
