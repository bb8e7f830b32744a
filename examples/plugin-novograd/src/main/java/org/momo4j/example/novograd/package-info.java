/** MoMo in the metric of NovoGrad, as somebody else would add it. */
package org.momo4j.example.novograd;
